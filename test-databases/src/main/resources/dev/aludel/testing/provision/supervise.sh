# Runs a server that ends when this script's standard input does: that is when the JVM at the other end closes it, and
# also when that JVM dies, however it dies.
#
# supervise.sh FOLDER SIGNAL COMMAND...
#   FOLDER   the server's own: gets the server's output in server.log and its exit code, should it end by itself, in
#            exit-code; deleted at the end
#   SIGNAL   what tells the server to end
folder=$1
signal=$2
shift 2

# An interrupt from the terminal reaches this script too, which must stay to see to the end of the server.
trap '' INT HUP TERM

exec 3<&0
"$@" 3<&- </dev/null >"$folder/server.log" 2>&1 &
server=$!
{
  read -r end_of_input <&3
  kill -s "$signal" "$server" 2>/dev/null
} &
watch=$!
exec 3<&- </dev/null

wait "$server"
# Written elsewhere first: who sees the file sees all of it.
echo $? >"$folder/exit-code.part" && mv "$folder/exit-code.part" "$folder/exit-code"
wait "$watch"
rm -rf "$folder"
