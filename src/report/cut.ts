/** The text, or as much of it as there is room for; whole where there is next to none. */
export const cut = (text: string, room: number): string =>
  room > 8 && text.length > room ? `${text.slice(0, room - 1)}…` : text;
