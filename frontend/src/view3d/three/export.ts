/** The room as a GLB file, for other programs: walls, floor and furniture in metres, without marks and soft shadows. */
import {
  Group,
  Mesh,
  MeshStandardMaterial,
  type MeshBasicMaterial,
  type MeshLambertMaterial,
  type Object3D,
} from "three";
import { GLTFExporter } from "three/addons/exporters/GLTFExporter.js";
import { isMark } from "./frames";

/** A binary glTF 2.0 file. Each piece is a node of its own, with the name given for it. */
export async function glbOf(parts: readonly Object3D[], nameOf: (item: string) => string): Promise<Blob> {
  const room = new Group();
  room.name = "Room";
  room.add(...parts.flatMap((part) => exported(part, nameOf)));
  const file = await new GLTFExporter().parseAsync(room, { binary: true, onlyVisible: false });
  room.traverse((part) => part instanceof Mesh && (part.material as MeshStandardMaterial).dispose());
  return new Blob([file as ArrayBuffer], { type: "model/gltf-binary" });
}

/** Copies with materials that glTF knows; geometry is shared. */
function exported(part: Object3D, nameOf: (item: string) => string): readonly Object3D[] {
  if (isMark(part)) return [];
  const item = part.userData.item as string | undefined;
  const copy = part instanceof Mesh ? new Mesh(part.geometry, standard(part.material as Drawn)) : new Group();
  copy.name = item === undefined ? part.name : nameOf(item);
  copy.position.copy(part.position);
  copy.quaternion.copy(part.quaternion);
  for (const child of part.children) for (const made of exported(child, nameOf)) copy.add(made);
  return [copy];
}

type Drawn = MeshLambertMaterial | MeshBasicMaterial;

/** What shines by itself on screen does so in the file. */
function standard(drawn: Drawn): MeshStandardMaterial {
  const { color, map, vertexColors, userData } = drawn;
  const opacity = (userData.opacity as number | undefined) ?? 1;
  const material = new MeshStandardMaterial({ map, vertexColors, roughness: 0.85, metalness: 0, opacity, transparent: opacity < 1 }); // prettier-ignore
  material.color.copy(color);
  if ("emissive" in drawn) material.emissive.copy(drawn.emissive);
  return material;
}
