/** What every panel may reach: the session, the live plan, and the hand that brings products onto it. */
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Placing } from "../plan/placing";
import type { Stage } from "../plan/stage";
import type { Session } from "../session";

export interface Workshop {
  readonly session: Session;
  readonly stage: Stage;
  readonly placing: Placing;
}

export const WorkshopContext = createContext<Workshop | undefined>(undefined);

export function useWorkshop(): Workshop {
  const workshop = useContext(WorkshopContext);
  if (!workshop) throw new Error("A panel was rendered outside <WorkshopContext.Provider>");
  return workshop;
}
