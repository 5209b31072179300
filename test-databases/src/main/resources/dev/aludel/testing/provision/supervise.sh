# Runs a server that ends when this script's standard input does: that is when the JVM at the other end closes it, and
# also when that JVM dies, however it dies.
#
# supervise.sh FOLDER SIGNAL COMMAND...
#   FOLDER   the server's own: gets the server's output in server.log, its process id in server-pid, and its exit code,
#            should it end by itself, in exit-code; deleted at the end. A server that ends while there is a file crashed
#            in it is started again once that file is gone
#   SIGNAL   what tells the server to end
folder=$1
signal=$2
shift 2

# An interrupt from the terminal reaches this script too, which must stay to see to the end of the server.
trap '' INT HUP TERM

# Files are written elsewhere first: who sees one sees all of it.
note() { echo "$2" >"$folder/$1.part" && mv "$folder/$1.part" "$folder/$1"; }

has() { [ -e "$folder/$1" ]; }

end() { kill -s "$signal" "$1" 2>/dev/null; }

# Whether the server is to be started again; returns when it may be.
crashed() {
  has crashed || return 1
  while has crashed && ! has end; do sleep 0.02; done
  ! has end
}

exec 3<&0
{
  read -r end_of_input <&3
  note end ""
  end "$(cat "$folder/server-pid")"
} &
watch=$!

while
  "$@" 3<&- </dev/null >>"$folder/server.log" 2>&1 &
  server=$!
  note server-pid "$server"
  # The end may have come before the id was known.
  has end && end "$server"
  exec 3<&- </dev/null
  wait "$server"
  code=$?
  crashed
do :; done
note exit-code "$code"
wait "$watch"
rm -rf "$folder"
