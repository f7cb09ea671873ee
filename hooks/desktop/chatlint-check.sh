#!/bin/sh
# Checks the files that are chosen in a file manager: GNOME Files passes them in
# a variable, others as arguments. Where there is no window to show the result, it
# is printed. See docs/hooks.md.
set -f
IFS='
'
if [ $# -eq 0 ]; then
  # shellcheck disable=SC2086 # one word a line
  set -- ${NAUTILUS_SCRIPT_SELECTED_FILE_PATHS}
fi
[ $# -gt 0 ] || exit 2
result=$(chatlint check -- "$@" 2>&1)
code=$?
[ -n "${DISPLAY}${WAYLAND_DISPLAY}" ] && window=yes
if [ -n "$window" ] && command -v zenity >/dev/null 2>&1; then
  printf '%s\n' "$result" | zenity --text-info --title=chatlint --width=900 --height=500
elif [ -n "$window" ] && command -v kdialog >/dev/null 2>&1; then
  kdialog --title chatlint --msgbox "$result"
else
  printf '%s\n' "$result"
fi
exit $code
