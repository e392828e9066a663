# Completes rungs in bash. Put this line into ~/.bashrc:
#   source <(rungs completions bash)
_rungs() {
    local line
    COMPREPLY=()
    while IFS= read -r line; do
        COMPREPLY+=("$line")
    done < <(command rungs __complete bash "${COMP_LINE:0:COMP_POINT}" 2>/dev/null)
    # Behind a folder or an option comes more of the same word.
    if [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == */ ]]; then
        compopt -o nospace 2>/dev/null
    fi
}
complete -o default -o nosort -F _rungs rungs 2>/dev/null || complete -o default -F _rungs rungs
