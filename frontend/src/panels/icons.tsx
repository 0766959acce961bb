/** Line icons, 20 px on a 24 px grid, in the colour of the text around them. Decorative: the control has the name. */
import type { ComponentChildren } from "preact";

function Icon({ children }: { readonly children: ComponentChildren }) {
  return (
    <svg
      viewBox="0 0 24 24"
      width="20"
      height="20"
      fill="none"
      stroke="currentColor"
      stroke-width="1.8"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}

/** An icon from its lines. */
export const icon = (path: string) =>
  function DrawnIcon() {
    return (
      <Icon>
        <path d={path} />
      </Icon>
    );
  };

export const BasketIcon = icon(
  "M4 9h16l-1.6 9.2a2 2 0 0 1-2 1.8H7.6a2 2 0 0 1-2-1.8zM8 9l3-5M16 9l-3-5M10 13v3M14 13v3",
);
export const BinIcon = icon("M4 7h16M10 11v6M14 11v6M6 7l1 13h10l1-13M9 7V4h6v3");
export const UndoIcon = icon("M9 14 4 9l5-5M4 9h10.5a5.5 5.5 0 0 1 0 11H11");
export const RedoIcon = icon("m15 14 5-5-5-5M20 9H9.5a5.5 5.5 0 0 0 0 11H13");
export const CommentIcon = icon("M5 5h14a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1h-6l-4.5 4v-4H5a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1");
export const CheckIcon = icon("m5 12.5 4.5 4.5L19 7.5");
export const CloseIcon = icon("M6 6l12 12M18 6 6 18");
export const CopyIcon = icon("M9 9h10v11H9zM15 9V4H5v11h4");
export const CrossIcon = icon("M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18M9 9l6 6M15 9l-6 6");
export const NarrowIcon = icon("M4 4v16M20 4v16M7 12h10M10 9l-3 3 3 3M14 9l3 3-3 3");
export const DownloadIcon = icon("M12 4v11M7.5 11 12 15.5 16.5 11M5 20h14");
export const PrintIcon = icon("M7 9V4h10v5M7 17H4v-7a1 1 0 0 1 1-1h14a1 1 0 0 1 1 1v7h-3M7 14h10v6H7z");
export const QuestionIcon = icon(
  "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18M9.5 9.5a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1.9-1.1 1.8M12 16.5h.01",
);
export const FitIcon = icon(
  "M4 9V5a1 1 0 0 1 1-1h4M15 4h4a1 1 0 0 1 1 1v4M20 15v4a1 1 0 0 1-1 1h-4M9 20H5a1 1 0 0 1-1-1v-4",
);
export const GlobeIcon = icon("M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18M3 12h18M12 3c-5 5-5 13 0 18M12 3c5 5 5 13 0 18");
export const InviteIcon = icon("M15 20v-1a5 5 0 0 0-10 0v1M10 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7M19 8v6M16 11h6");
export const KeyboardIcon = icon("M3 7h18v10H3zM7 10.5h.01M11 10.5h.01M15 10.5h.01M8 14h8M18 10.5h.01");
export const LinkIcon = icon(
  "M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.7-5.7l-1 1M14 10a4 4 0 0 0-6-.4l-3 3a4 4 0 0 0 5.7 5.7l1-1",
);
export const SeveralIcon = icon("M4 4h7v7H4zM13 13h7v7h-7zM17 4v7M13.5 7.5h7M4 16.5l2.2 2.2L11 14");
export const MinusIcon = icon("M5 12h14");
export const PadlockIcon = icon(
  "M6 11h12a1 1 0 0 1 1 1v7a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1v-7a1 1 0 0 1 1-1M8 11V8a4 4 0 0 1 8 0v3",
);
export const PlusIcon = icon("M12 5v14M5 12h14");
export const RoomIcon = icon("M4 20V4h16v10h-6v6zM14 4v3M4 11h3");
export const SearchIcon = icon("M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14M20 20l-4-4");
export const TruckIcon = icon(
  "M3 6h11v10H3zM14 10h4l3 3v3h-7zM7.5 19a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6M17 19a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6",
);
export const TurnLeftIcon = icon("M4 11a8 8 0 1 1 2.3 6.3M4 4v7h7");
export const TurnRightIcon = icon("M20 11a8 8 0 1 0-2.3 6.3M20 4v7h-7");
export const UpIcon = icon("m6 15 6-6 6 6");
export const ListIcon = icon("M9 6h11M9 12h11M9 18h11M4.5 6h.01M4.5 12h.01M4.5 18h.01");
export const DuplicateIcon = icon(
  "M9 9h10a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1H9a1 1 0 0 1-1-1V10a1 1 0 0 1 1-1M5 15H4a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1h10a1 1 0 0 1 1 1v1",
);
export const MoveIcon = icon("M12 3v18M3 12h18M9 6l3-3 3 3M9 18l3 3 3-3M6 9l-3 3 3 3M18 9l3 3-3 3");
export const TapeIcon = icon("M2.5 7.5h19v9h-19zM6.5 7.5v3M10.2 7.5V12M13.8 7.5v3M17.5 7.5V12");
export const SunIcon = icon(
  "M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8M12 2v2M12 20v2M4.9 4.9l1.4 1.4M17.7 17.7l1.4 1.4M2 12h2M20 12h2M4.9 19.1l1.4-1.4M17.7 6.3l1.4-1.4",
);
export const MoonIcon = icon("M20 14.5A8 8 0 0 1 9.5 4 8 8 0 1 0 20 14.5");
export const AutoThemeIcon = icon("M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16M12 4v16M12 8h6M12 12h8M12 16h6");
