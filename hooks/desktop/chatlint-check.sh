#!/bin/sh
# Checks the files that are chosen in a file manager: GNOME Files passes them in
# a variable, others as arguments. See docs/hooks.md.
set -f
IFS='
'
if [ $# -eq 0 ]; then
  set -- ${NAUTILUS_SCRIPT_SELECTED_FILE_PATHS}
fi
[ $# -gt 0 ] || exit 2
result=$(chatlint check -- "$@" 2>&1)
code=$?
if command -v zenity >/dev/null 2>&1 && [ -n "${DISPLAY}${WAYLAND_DISPLAY}" ]; then
  printf '%s\n' "$result" | zenity --text-info --title=chatlint --width=900 --height=500
else
  printf '%s\n' "$result"
fi
exit $code
