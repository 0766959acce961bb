/** What choosing a finish says. */

export const words = {
  finish: "Finish",
} as const;

/** For screen readers, where several pieces have such a field: "Finish, Kvällsro". */
export const fieldName = (piece: string): string => `${words.finish}, ${piece}`;
