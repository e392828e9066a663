# Completes rungs in Elvish. Put this line into ~/.config/elvish/rc.elv:
#   eval (rungs completions elvish | slurp)
use str
set edit:completion:arg-completer[rungs] = {|@words|
  var found = []
  try {
    set found = [(e:rungs __complete elvish $@words 2>/dev/null)]
  } catch { }
  if (== 0 (count $found)) {
    edit:complete-filename $@words
  }
  for line $found {
    var value about = (str:split "\t" $line)
    var suffix = ' '
    if (str:has-suffix $value /) {
      set suffix = ''
    }
    edit:complex-candidate $value &code-suffix=$suffix &display=(str:trim-space $value'  '$about)
  }
}
