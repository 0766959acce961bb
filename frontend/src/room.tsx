/** The designer's page. Takes over the picture that the server drew, then joins the room. */
import { render } from "preact";
import { announceGroup } from "./group/announce";
import { startLanguage } from "./language";
import { App } from "./panels/App";
import { WorkshopContext } from "./panels/context";
import { roomToken } from "./person";
import { Gestures } from "./plan/gestures";
import { listenToKeys } from "./plan/keys";
import { keepFocus } from "./plan/removal";
import { Placing } from "./plan/placing";
import { Stage } from "./plan/stage";
import { Session } from "./session";

void startLanguage().then(start);

function start(): void {
  const room = location.pathname.split("/")[2] ?? "";
  const version = document.querySelector<HTMLMetaElement>('meta[name="homstyle-version"]')?.content;
  const session = new Session({ room, origin: location.origin, token: roomToken(room), version });

  const app = document.getElementById("app")!;
  const stage = new Stage(app.querySelector<HTMLElement>(".stage")!, session);
  const placing = new Placing(stage);
  listenToKeys(stage, new Gestures(stage));
  announceGroup(session);
  keepFocus(stage);

  // Everything in one task: the old picture and the new page never show half done.
  stage.host.remove();
  app.replaceChildren();
  render(
    <WorkshopContext.Provider value={{ session, stage, placing }}>
      <App />
    </WorkshopContext.Provider>,
    app,
  );
  session.open();

  addEventListener("blur", () => session.designer.leave());
  addEventListener("pagehide", () => session.designer.pageHidden());
  addEventListener("online", () => session.designer.checkNow());
  addEventListener("offline", () => session.designer.checkNow());
  addEventListener("pageshow", () => session.designer.checkNow());
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") session.designer.checkNow();
  });
  // Another invitation to the same room, opened in this tab, changes only the fragment.
  addEventListener("hashchange", () => {
    if (location.hash.includes("token=")) location.reload();
  });
}
