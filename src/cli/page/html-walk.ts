import type { DefaultTreeAdapterTypes } from 'parse5';

export type HtmlElement = DefaultTreeAdapterTypes.Element;

export type Step =
  | { readonly enter: HtmlElement }
  | { readonly leave: HtmlElement }
  | { readonly text: string };

const unseen = new Set(['script', 'style', 'template', 'noscript', 'iframe', 'svg']);

/** A tree in document order, without recursion: a page may nest as deep as it likes. */
export function* walk(root: DefaultTreeAdapterTypes.Document): Generator<Step> {
  // What comes next is at the end.
  const waiting: (DefaultTreeAdapterTypes.ChildNode | { readonly leave: HtmlElement })[] =
    root.childNodes.toReversed();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if ('leave' in next) yield next;
    else if ('value' in next) yield { text: next.value };
    else if ('tagName' in next && !unseen.has(next.tagName)) {
      yield { enter: next };
      waiting.push({ leave: next }, ...next.childNodes.toReversed());
    }
  }
}

export function attribute(element: HtmlElement, name: string): string {
  return element.attrs.find((attr) => attr.name === name)?.value ?? '';
}
