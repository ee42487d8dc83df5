/** How much of a line or a command, in characters, is searched for what it is: it shows before, where there is more. */
export const TELLING = 4000;
