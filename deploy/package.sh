# shellcheck shell=bash
# `./homstyle package`: a distribution, which brings its own Java and runs without Maven and Node. Sourced by ../homstyle
# after build.sh.
# shellcheck disable=SC2154 # what ../homstyle and build.sh set

# What jdeps does not see: what libraries reach by name, and the tools to look into a running server with (jcmd).
modules_by_name=java.naming,jdk.jfr,jdk.jcmd

# What jdeps sees and nobody uses: Java Beans, in corners of three libraries, with all of Swing and AWT behind them.
modules_unused='java\.desktop'

# Leaves target/homstyle-rooms-VERSION-SYSTEM.tar.gz, and unpacked beside it what is in it.
package_distribution() {
  local name folder started=$SECONDS
  ensure_built
  find_java javac || { explain_java "a JDK (java and javac)" && exit 1; }
  name=homstyle-rooms-$(version)-$(system)
  folder=$HOMSTYLE_HOME/target/$name
  rm -rf "$folder" "$folder.tar.gz"
  mkdir -p "$folder"
  copy_program "$folder"
  link_runtime "$folder/runtime"
  unpack_native_libraries "$folder"
  train_in "$folder" || { say "The training run failed. Its log: $state/train.log" && exit 1; }
  pack "$folder"
  say "Packaged in $((SECONDS - started)) s: $folder.tar.gz"
}

version() { sed -n 's/.*<version>\(.*\)<\/version>.*/\1/p' "$HOMSTYLE_HOME/pom.xml" | head -n 1; }

# "linux-x64", "macos-arm64"
system() {
  local kind processor
  kind=$(uname -s | tr '[:upper:]' '[:lower:]')
  processor=$(uname -m)
  if [[ $kind == darwin ]]; then kind=macos; fi
  case $processor in
    x86_64 | amd64) processor=x64 ;;
    aarch64) processor=arm64 ;;
  esac
  echo "$kind-$processor"
}

# The launcher finds everything where it is in a clone.
copy_program() {
  mkdir -p "$1/app/target" "$1/deploy" "$1/data"
  cp "$HOMSTYLE_HOME/homstyle" "$1"
  cp "$HOMSTYLE_HOME/deploy/jvm.options" "$HOMSTYLE_HOME/deploy/Dockerfile"{,.dockerignore} "$1/deploy"
  cp -R "$HOMSTYLE_HOME/deploy/kubernetes" "$HOMSTYLE_HOME/deploy/dashboards" "$1/deploy"
  cp -Rp "$jar" "$libraries" "$1/app/target"
}

link_runtime() {
  local modules
  modules=$(modules_needed)
  "$java_home/bin/jlink" --add-modules "$modules,$modules_by_name" --output "$1" --no-header-files --no-man-pages \
    >"$state/jlink.log" 2>&1 || { say "jlink of $java_home failed. Its log: $state/jlink.log" && exit 1; }
}

modules_needed() {
  "$java_home/bin/jdeps" --print-module-deps --ignore-missing-deps --multi-release "$wanted_java" --recursive \
    --class-path "$libraries/*" "$jar" | tr , '\n' | grep -vxE "$modules_unused" | paste -sd , -
}

# The driver otherwise unpacks its library at each start, for which it needs a folder to put programs in.
unpack_native_libraries() {
  local place
  case $(system) in
    linux-x64) place=org/sqlite/native/Linux/x86_64 ;;
    linux-arm64) place=org/sqlite/native/Linux/aarch64 ;;
    macos-x64) place=org/sqlite/native/Mac/x86_64 ;;
    macos-arm64) place=org/sqlite/native/Mac/aarch64 ;;
    *) return 0 ;; # it does so here, too
  esac
  "$java_home/bin/jar" -x -f "$(echo "$libraries"/sqlite-jdbc-*.jar)" --dir "$1/app/target/native" "$place"
  mv "$1/app/target/native/$place/"* "$1/app/target/native"
  rm -r "$1/app/target/native/org"
}

# A cache is for one Java and one class path: the distribution's own.
# shellcheck disable=SC2034 # train reads them
train_in() {
  local java_home=$1/runtime jar=$1/app/target/homstyle.jar aot_cache=$1/app/target/homstyle.aot
  train
}

# For whoever unpacks it to be read by any user. Times stay as they are, since a cache knows its jars by them.
pack() {
  local owner=(--uid 0 --gid 0)
  chmod -R u=rwX,go=rX "$1"
  if tar --version | grep -q GNU; then owner=(--owner=0 --group=0); fi
  tar -C "$(dirname "$1")" "${owner[@]}" -czf "$1.tar.gz" "$(basename "$1")"
}
