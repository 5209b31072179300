# Unpacks Debian packages with all they depend on, down to the C library, without installing anything on the machine.
#
# unpack-debian-packages.sh FOLDER PACKAGE...
#   FOLDER   laid out as a machine's root folder; FOLDER/bin gets a starter for each program, which uses the C library and
#            the loader of the same folder: that of the machine may be older, and may be another one
set -eu
folder=$1
shift

keyring=/usr/share/keyrings/debian-archive-keyring.gpg
if [ ! -r "$keyring" ]; then
  echo "\"$keyring\" is missing, so packages can't be verified. Install the package \"debian-archive-keyring\"." >&2
  exit 1
fi
# The mirror that this machine uses, where it is a Debian itself; proxies are in the configuration that apt-get reads.
mirror=$(apt-get indextargets --format '$(REPO_URI)' 2>/dev/null | grep -m 1 -E '/debian/?$' || true)

work=$folder/apt
mkdir -p "$work/lists/partial" "$work/archives/partial"
# Nothing counts as installed, so that apt-get fetches every dependency.
: >"$work/status"
echo "deb [signed-by=$keyring] ${mirror:-http://deb.debian.org/debian} sid main" >"$work/sources.list"

apt() {
  apt-get -q -o Dir::State::status="$work/status" -o Dir::State::lists="$work/lists" -o Dir::Cache="$work" \
    -o Dir::Cache::archives="$work/archives" -o Dir::Etc::sourcelist="$work/sources.list" -o Dir::Etc::sourceparts=/dev/null \
    -o Dir::Etc::preferences=/dev/null -o Dir::Etc::preferencesparts=/dev/null -o Debug::NoLocking=true -o APT::Sandbox::User= \
    -o Acquire::Languages=none -o Acquire::Retries=5 -o APT::Update::Error-Mode=any "$@"
}
apt update
apt install --yes --download-only --no-install-recommends "$@"
for package in "$work"/archives/*.deb; do
  dpkg-deb --extract "$package" "$folder"
done
rm -rf "$work" "$folder/usr/share/doc" "$folder/usr/share/man" "$folder/usr/share/locale" "$folder/usr/share/perl"

loader=$(cd "$folder" && find . -name 'ld-linux*.so.*' | head -n 1)
libraries=$(cd "$folder" && dirname "$(find . -name 'libc.so.6' | head -n 1)")
mkdir -p "$folder/bin"
for program in "$folder"/usr/bin/* "$folder"/usr/sbin/* "$folder"/usr/lib/postgresql/*/bin/*; do
  [ "$(head -c 4 "$program" 2>/dev/null | tail -c 3)" = ELF ] || continue
  starter=$folder/bin/$(basename "$program")
  cat >"$starter" <<STARTER
#!/bin/sh
root=\$(dirname "\$(dirname "\$(readlink -f "\$0")")")
exec "\$root/$loader" --library-path "\$root/$libraries" "\$root/${program#"$folder"/}" "\$@"
STARTER
  chmod +x "$starter"
done
