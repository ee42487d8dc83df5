import { oneOf, wordSet } from './words.ts';

/** Names of languages whose blocks hold what PowerShell or `cmd` runs. */
export const WINDOWS_LANGUAGES = wordSet(
  'cmd dos bat batch powershell pwsh ps1 posh azurepowershell azurepowershell-interactive',
);

export const isOfWindows = (language: string): boolean => WINDOWS_LANGUAGES.has(language);

/** Begins as nothing does but what PowerShell runs. */
export const isPowerShell = (line: string): boolean =>
  CMDLET.test(line) || SETS.test(line) || STARTS_BY_PATH.test(line);

/** `$env:KUBECONFIG = "c.yaml"`, `$node = Get-Content node.txt` */
const SETS = /^\$(?:env:\w+\s*=\s*\S|\w+\s*=\s*[A-Z][a-z]+-[A-Z]\w+)/;

/** `.\deploy.ps1 -Force`, `& "C:\ops\x.exe" stop`: nothing but PowerShell begins so. */
const STARTS_BY_PATH =
  /^(?:&\s+["'$]|(?:[\w.-]+\\)+Scripts\\activate\b|\.\\[\w\\. -]+\.(?:ps1|exe|bat|cmd)\b|&\s+\.\\|"?[A-Z]:\\[\w\\. ()-]+\.(?:ps1|bat|cmd|exe)"?\s+[-/"]\S)/;

/** What is typed in a block that is marked as PowerShell's or `cmd`'s, of the forms that no cmdlet begins. */
export const WINDOWS_STATEMENT =
  /^(?:&\s+\S|\.\\[\w\\.-]|"?[A-Z]:\\[\w\\. ()-]+\.(?:ps1|bat|cmd|exe)\b|%\w+%\\|\$[\w:.]+(?:\[[^\]]*\])?\s*[+-]?=\s*\S|(?:if|foreach|while|switch|for|do|try)\s*[({]|\[[\w.]+\]::\w|\(\s*[A-Z][a-z]+-[A-Z]|\d+\.\.\d+\s*\||["'].*["']\s*\|\s*[A-Z][a-z]+-|(?:iex|irm|iwr|gci|gcm|gps|gsv|sls|icm|rd|reg|del|ren|md|xcopy|mklink|assoc|ftype|attrib|takeown|shutdown|wsl|winrm|sc|net)\s+\S|(?:NET|SC|REG|DEL|COPY|XCOPY|ROBOCOPY|DISM|SFC|CHKDSK|IPCONFIG|TASKKILL|SET|CD|RD|MD|START|CALL|ECHO)\s+\S)/;

/** Verbs that a cmdlet's name begins with. */
const VERBS = oneOf(`
  Get Set New Remove Start Stop Restart Invoke Test Add Connect Import Export Install Update Enable Disable Clear Move Copy
  Resolve Wait Resume Suspend Register Write Enter Exit Rename Reset Resize Select Unlock Lock Backup Checkpoint Compare
  Compress Convert ConvertFrom ConvertTo Dismount Edit Expand Format Initialize Limit Measure Merge Mount Optimize Out Ping
  Publish Receive Repair Restore Revoke Save Search Send Show Split Sync Uninstall Unblock Unpublish Unregister Where ForEach
  Grant Block Protect Unprotect Debug Trace Disconnect Complete Confirm Approve Deny Submit Request Join Push Pop Find Switch
  Undo Use Watch Read Open Close Hide Group Sort Tee
`);

/** `Rename-Computer`, `Checkpoint-VM` */
const CMDLET = new RegExp(
  String.raw`^(?:${VERBS})-(?!(?:Only|Write|Ahead|Through|Back|Source|Of|To|Up|Down|In|Out|And|Or)(?=\W|$))[A-Z]\w+(?!\S*:(?:\s|$))`,
);
