/** The room as a GLB file where no 3D view is open, and no WebGL needed: in light colours. */
import type { Item, Plan, Product } from "../../core/protocol";
import { piecesIn, shellOf } from "../scene";
import { Furniture } from "./furniture";
import { lookIn } from "./look";
import { planks } from "./planks";
import { ShellMeshes } from "./shell";

export async function roomFile(
  plan: Plan,
  items: readonly Item[],
  products: ReadonlyMap<string, Product>,
): Promise<Blob> {
  const { glbOf } = await import("./export");
  const pieces = piecesIn(items, products);
  const boards = planks();
  const shell = new ShellMeshes(shellOf(plan), lightLook(), boards);
  const furniture = new Furniture();
  furniture.update(pieces);
  for (const { item, pose } of pieces) furniture.pose(item, pose);
  const skus = new Map([...items].map(({ item, sku }) => [item, sku]));
  try {
    return await glbOf([shell.group, furniture.group], (item) => products.get(skus.get(item) ?? "")?.name ?? item);
  } finally {
    shell.dispose();
    furniture.dispose();
    boards.dispose();
  }
}

function lightLook() {
  const host = document.createElement("div");
  // `view3d.css` has the colours there.
  host.className = "stage-area";
  host.hidden = true;
  host.style.colorScheme = "light";
  document.body.append(host);
  const look = lookIn(host);
  host.remove();
  return look;
}
