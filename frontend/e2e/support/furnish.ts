/** Furnishes a room before anybody looks, through a socket of its own. */
import { once } from "node:events";
import { WebSocket } from "ws";
import type { Item } from "../../src/core/protocol";
import { SUBPROTOCOL } from "../../src/core/protocol";

/** A sofa in the north, an armchair in the middle, a plant in the south-east: nothing near anything else. */
export const livingRoom: readonly Item[] = [
  { item: "sofa", sku: "HS-SOFA-220", x: 1500, y: 1000, rotation: 0 },
  { item: "armchair", sku: "HS-ARMCHAIR-78", x: 2500, y: 2700, rotation: 15 },
  { item: "plant", sku: "HS-PLANT-60", x: 3300, y: 4200, rotation: 0 },
];

export async function furnish(origin: string, room: string, items: readonly Item[], token?: string): Promise<void> {
  const address = `${origin.replace("http", "ws")}/api/rooms/${room}/socket`;
  const socket = new WebSocket(address, [SUBPROTOCOL, ...(token === undefined ? [] : [`homstyle.token.${token}`])]);
  const placed = new Set<string>();
  const done = new Promise<void>((resolve, reject) => {
    socket.on("error", reject);
    socket.on("message", (data) => {
      const frame = JSON.parse(String(data)) as { type: string; id?: string };
      if (frame.type === "rejected") reject(new Error(String(data)));
      if (frame.type === "placed" && frame.id !== undefined) placed.add(frame.id);
      if (placed.size === items.length) resolve();
    });
  });
  await Promise.race([once(socket, "open"), done]);
  for (const item of items) socket.send(JSON.stringify({ type: "place", id: item.item, ...item }));
  await done;
  socket.close();
  await once(socket, "close");
}
