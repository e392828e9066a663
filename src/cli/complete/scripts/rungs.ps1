# Completes rungs in PowerShell. Put this line into $PROFILE:
#   rungs completions powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName rungs -ScriptBlock {
    param($word, $line, $cursor)
    # Nothing that is typed is evaluated: words are taken as they are.
    $before = @($line.CommandElements | Where-Object { $_.Extent.StartOffset -lt $cursor })
    $words = @($before | ForEach-Object {
        $is_text = $_ -is [System.Management.Automation.Language.StringConstantExpressionAst]
        ':' + $(if ($is_text) { $_.Value } else { $_.Extent.Text })
    })
    if ($before[-1].Extent.EndOffset -lt $cursor) { $words += ':' }
    $rungs = Get-Command rungs -CommandType Application -ErrorAction SilentlyContinue
    if (-not $rungs) { return }
    $encoding = [Console]::OutputEncoding
    [Console]::OutputEncoding = [System.Text.Encoding]::UTF8
    $found = & $rungs[0] __complete powershell @words 2>$null
    [Console]::OutputEncoding = $encoding
    foreach ($candidate in $found) {
        $value, $shown, $about = $candidate.Split("`t")
        if (-not $about) { $about = $shown }
        [System.Management.Automation.CompletionResult]::new($value, $shown, 'ParameterValue', $about)
    }
}
