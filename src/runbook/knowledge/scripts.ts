/** Source of an expression for how the name of a script ends. */
export const SCRIPT_ENDING = String.raw`\.(?:sh|bash|py|rb|pl|ps1|bat|cmd)`;

export const ENDS_AS_SCRIPT = new RegExp(`${SCRIPT_ENDING}$`);
