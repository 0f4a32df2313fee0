import { Fragment } from "react";
import { type Block, type Inline, parseSlide } from "./slide-text";

/** A slide's text with its headings, lists, bold and italics. Built of elements, so nothing in it can be HTML. */
export function SlideText({ text, lang, className }: { text: string; lang?: string; className?: string }) {
  return (
    <div className={className} lang={lang}>
      {/* oxlint-disable-next-line react/no-array-index-key -- a slide's blocks have no names of their own, and never change */}
      {parseSlide(text).map((block, index) => <BlockOf key={index} block={block} />)}
    </div>
  );
}

/** The first level of a slide is the second one of a page. */
function BlockOf({ block }: { block: Block }) {
  if (block.kind === "heading") {
    const Heading = block.level === 1 ? "h2" : block.level === 2 ? "h3" : "h4";
    return <Heading data-level={block.level}><Line parts={block.text} /></Heading>;
  }
  if (block.kind === "list") {
    const List = block.ordered ? "ol" : "ul";
    // oxlint-disable-next-line react/no-array-index-key -- as above
    return <List>{block.items.map((item, index) => <li key={index}><Line parts={item} /></li>)}</List>;
  }
  // oxlint-disable-next-line react/no-array-index-key -- as above
  return <p>{block.lines.map((line, index) => <Fragment key={index}>{index > 0 ? <br /> : null}<Line parts={line} /></Fragment>)}</p>;
}

function Line({ parts }: { parts: readonly Inline[] }) {
  return parts.map(({ text, strong, emphasis }, index) => {
    const key = `${index} ${text}`;
    if (strong) return <strong key={key}>{text}</strong>;
    return emphasis ? <em key={key}>{text}</em> : <Fragment key={key}>{text}</Fragment>;
  });
}
