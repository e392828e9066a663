# Completes rungs in fish. Save this as ~/.config/fish/completions/rungs.fish
function __rungs_complete
    set -l found (command rungs __complete fish (commandline -opc) (commandline -ct) 2>/dev/null)
    if set -q found[1]
        printf '%s\n' $found
    else
        __fish_complete_path (commandline -ct)
    end
end
complete --command rungs --no-files --keep-order --arguments '(__rungs_complete)'
