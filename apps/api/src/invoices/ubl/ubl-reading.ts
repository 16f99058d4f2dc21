import { XmlDocument, XmlElement, XmlText, type XmlTreeNode } from 'libxml2-wasm';

/** An element as it was read: its children and attributes (`@schemeID`) by name, in the order of the file. */
export interface ReadElement {
  readonly text: string;
  readonly parts: Readonly<Partial<Record<string, readonly ReadElement[]>>>;
}

/** Reads the file itself, as its receiver does: nothing here knows how it was written. @throws XmlParseError */
export function readUbl(xml: string): { readonly root: string; readonly content: ReadElement } {
  const document = XmlDocument.fromString(xml);
  try {
    return { root: document.root.name, content: read(document.root) };
  } finally {
    // Its memory is not JavaScript's.
    document.dispose();
  }
}

function childrenOf(element: XmlElement): readonly XmlTreeNode[] {
  const children: XmlTreeNode[] = [];
  for (let child = element.firstChild; child; child = child.next) children.push(child);
  return children;
}

function read(element: XmlElement): ReadElement {
  const children = childrenOf(element);
  const elements = children.filter((child) => child instanceof XmlElement);
  const named = [
    ...element.attrs.map(({ name, content }) => ({ name: `@${name}`, part: { text: content, parts: {} } })),
    ...elements.map((child) => ({ name: child.name, part: read(child) })),
  ];
  const byName = Map.groupBy(named, ({ name }) => name);
  const parts = [...byName].map(([name, same]) => [name, same.map(({ part }) => part)] as const);
  const texts = children.filter((child) => child instanceof XmlText);
  return {
    text: texts
      .map(({ content }) => content)
      .join('')
      .trim(),
    parts: Object.fromEntries(parts),
  };
}

/** All elements at the end of a path: `LegalMonetaryTotal/PayableAmount`. */
export const partsAt = (from: ReadElement, path: string): readonly ReadElement[] =>
  path
    .split('/')
    .reduce<readonly ReadElement[]>((found, name) => found.flatMap(({ parts }) => parts[name] ?? []), [from]);

export const textsAt = (from: ReadElement, path: string): readonly string[] =>
  partsAt(from, path).map(({ text }) => text);

/** Empty where there is none. */
export const textAt = (from: ReadElement, path: string): string => textsAt(from, path)[0] ?? '';

/** `1200.00` as 120000, exactly; NaN for what is no amount of at most two decimals. */
export function oreOf(text: string): number {
  const [, kronor, decimals = ''] = /^(\d+)(?:\.(\d{1,2}))?$/.exec(text) ?? [];
  return kronor === undefined ? Number.NaN : Number(kronor + decimals.padEnd(2, '0'));
}
