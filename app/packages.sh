# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2154,SC2119
# What app/run and tests/run share: finding and installing what is missing, configuring and building a preset.
# Sourced, not run; the sourcing script sets `root` to the top of the project.

readonly kBuildPackages=(g++ cmake ninja-build pkg-config qt6-base-dev qt6-svg-dev qt6-tools-dev qt6-l10n-tools
    qt6-translations-l10n libqcustomplot-dev libeigen3-dev nlohmann-json3-dev zlib1g-dev libwebp-dev libgif-dev)

say() { printf '%s\n' "$*" >&2; }

fail() {
    say "$@"
    exit 1
}

# The value of KEY in the system's description of itself, or nothing.
systemValue() {
    [ -r /etc/os-release ] && (
        . /etc/os-release
        printf '%s' "${!1-}"
    )
}

# Which of the packages named are not installed, one a line. One question to dpkg: this runs at every start.
missingPackages() {
    local installed name
    installed=$'\n'$(dpkg-query --show --showformat='${db:Status-Status} ${Package}\n' "$@" 2>/dev/null)$'\n'
    for name in "$@"; do
        [[ $installed == *$'\n'"installed $name"$'\n'* ]] || printf '%s\n' "$name"
    done
}

# From Debian 13 on, Qt's reader of SVG icons is a package of its own; before, it came with the library.
svgPluginPackage() {
    [ -n "$(missingPackages qt6-svg-plugins)" ] || return
    case $(systemValue ID)-$(systemValue VERSION_ID) in
        debian-12) ;;
        debian-*) printf 'qt6-svg-plugins\n' ;;
        *) apt-cache show --no-all-versions qt6-svg-plugins >/dev/null 2>&1 && printf 'qt6-svg-plugins\n' ;;
    esac
}

neededPackages() {
    missingPackages "$@"
    svgPluginPackage
}

aptGet() {
    local administrator=()
    [ "$(id -u)" -eq 0 ] || administrator=(sudo)
    "${administrator[@]}" env DEBIAN_FRONTEND=noninteractive NEEDRESTART_SUSPEND=1 \
        apt-get --yes -o DPkg::Lock::Timeout=300 -o Dpkg::Options::=--force-confold "$@" </dev/null
}

# Installs those of the packages named that are missing, asking nothing.
installMissing() {
    local missing log
    mapfile -t missing < <(neededPackages "$@")
    [ ${#missing[@]} -eq 0 ] && return
    if [ "$(id -u)" -ne 0 ] && ! command -v sudo >/dev/null; then
        fail "Some packages are missing, and installing them needs the administrator. As root, please run:
    apt-get update && apt-get install --no-install-recommends ${missing[*]}"
    fi
    say "Installing ${missing[*]} …"
    log=$(mktemp)
    # A source of packages that does not answer need not matter: whether the packages can be had shows at the installation.
    aptGet update >"$log" 2>&1
    mapfile -t missing < <(neededPackages "$@")
    if ! aptGet install --no-install-recommends "${missing[@]}" >>"$log" 2>&1; then
        cat "$log" >&2
        rm -f "$log"
        fail "The packages could not be installed; the reason stands above. Actiscope needs Debian 12, or a system as new as that."
    fi
    rm -f "$log"
}

# On systems without Debian's packages: says what is needed; goes on if it seems to be there, as configuring will tell.
explainNeeds() {
    local tool absent=()
    for tool in c++ cmake ninja; do
        command -v "$tool" >/dev/null || absent+=("$tool")
    done
    [ ${#absent[@]} -eq 0 ] && [ -f "$root/build/release/build.ninja" ] && return
    say "Actiscope installs what it needs by itself on Debian 12 and 13. On this system, please see to it that these are installed,
with their development files: g++ 12 or newer, CMake 3.25, Ninja, pkg-config, Qt 6.4 (base, SVG, Linguist tools), QCustomPlot
2.1 built for Qt 6 with its CMake package, Eigen 3.4, nlohmann_json 3.11, zlib, libwebp 1.2 and giflib 5. Debian's names for them are:
    ${kBuildPackages[*]}"
    [ ${#absent[@]} -eq 0 ] || fail "Not found: ${absent[*]}."
}

# What a script needs beyond a shell: the packages for building, and those named.
provide() {
    if command -v apt-get >/dev/null && command -v dpkg-query >/dev/null; then
        installMissing "${kBuildPackages[@]}" "$@"
    else
        explainNeeds
    fi
}

# Configures build/PRESET unless that was done, for this place and these presets. Ninja itself notices all other changes.
configure() {
    local preset=$1 folder=$root/build/$1 log
    if [ -f "$folder/configured" ] && ! [ "$root/CMakePresets.json" -nt "$folder/configured" ] &&
        [ "$(<"$folder/configured")" = "$root" ]; then
        return
    fi
    mkdir -p "$folder"
    log=$folder/configure.log
    say "Configuring ($preset) …"
    if ! (cd "$root" && cmake --fresh --preset "$preset") >"$log" 2>&1; then
        cat "$log" >&2
        say "Configuring ($preset) failed; the reason stands above."
        return 1
    fi
    printf '%s\n' "$root" >"$folder/configured"
}

# Shows ninja's lines as one growing number on a terminal, and nothing where there is nothing to do.
showProgress() {
    local line shown=''
    while IFS= read -r line; do
        [[ $line =~ ^\[[[:space:]]*([0-9]+)%\]\ (.*) && ${BASH_REMATCH[2]} != Re-checking* ]] || continue
        if [ -t 2 ]; then
            printf '\rBuilding (%s) … %s %%' "$1" "${BASH_REMATCH[1]}" >&2
        elif [ -z "$shown" ]; then
            say "Building ($1) …"
        fi
        shown=yes
    done
    [ -z "$shown" ] || ! [ -t 2 ] || printf '\n' >&2
}

# build PRESET TARGET…: a failure shows ninja's whole output.
build() {
    local preset=$1 folder=$root/build/$1
    shift
    configure "$preset" || return 1
    if ! (
        set -o pipefail
        NINJA_STATUS='[%p] ' ninja -C "$folder" "$@" 2>&1 | tee "$folder/build.log" | showProgress "$preset"
    ); then
        cat "$folder/build.log" >&2
        say "Building ($preset) failed; the reason stands above."
        return 1
    fi
}
