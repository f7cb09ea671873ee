@echo off
rem Checks the files that "Send to" hands over. See docs/hooks.md.
chcp 65001 >nul
chatlint check -- %*
pause
