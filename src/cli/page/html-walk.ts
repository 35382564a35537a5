import type { DefaultTreeAdapterTypes } from 'parse5';

export type HtmlNode = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.Document;
export type HtmlElement = DefaultTreeAdapterTypes.Element;

export type Step =
  | { readonly enter: HtmlElement }
  | { readonly leave: HtmlElement }
  | { readonly text: string };

const unseen = new Set(['script', 'style', 'template', 'noscript', 'iframe', 'svg', 'head']);

/** A tree in document order, without recursion: a page may nest as deep as it likes. */
export function* walk(root: HtmlNode): Generator<Step> {
  const open: {
    readonly element: HtmlElement | undefined;
    readonly children: readonly HtmlNode[];
    at: number;
  }[] = [];
  open.push({ element: undefined, children: 'childNodes' in root ? root.childNodes : [], at: 0 });
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const node = top.children[top.at++];
    if (node === undefined) {
      open.pop();
      if (top.element !== undefined) yield { leave: top.element };
    } else if (isText(node)) {
      yield { text: node.value };
    } else if (isElement(node) && !unseen.has(node.tagName)) {
      yield { enter: node };
      open.push({ element: node, children: node.childNodes, at: 0 });
    }
  }
}

function isText(node: HtmlNode): node is DefaultTreeAdapterTypes.TextNode {
  return node.nodeName === '#text';
}

function isElement(node: HtmlNode): node is HtmlElement {
  return 'tagName' in node;
}

export function attribute(element: HtmlElement, name: string): string {
  return element.attrs.find((attr) => attr.name === name)?.value ?? '';
}
