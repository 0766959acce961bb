/** What measuring, and the list of the pieces, say. */

export const words = {
  x: "X",
  y: "Y",
  turned: "Turned",
  fromWest: "from the west wall",
  fromNorth: "from the north wall",
  clockwise: "degrees clockwise",
} as const;

export function angleProblem(text: string): string {
  return `${words.turned} is “${text.trim()}”, expected whole degrees from −360 to 360, such as 45.`;
}
