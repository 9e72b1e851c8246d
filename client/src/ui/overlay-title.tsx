import { Heading } from "react-aria-components/Heading";

/** An overlay has a title to see, or a label that is only spoken. */
export interface OverlayTitle {
  readonly title?: string | undefined;
  readonly label?: string | undefined;
}

/** The title of an overlay, set as a question or a plain statement. */
export const overlayTitle = ({ title }: OverlayTitle) =>
  title !== undefined && (
    <Heading slot="title" className="type-dialog">
      {title}
    </Heading>
  );
