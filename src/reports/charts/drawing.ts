const xhtml = 'http://www.w3.org/1999/xhtml';

/** A text of a drawing. */
export interface Text {
  readonly nodeType: 3;
  readonly textContent: string;
}

/** A style is the page's, not the drawing's. */
const style = Object.freeze({ setProperty: () => undefined, removeProperty: () => undefined });

/** An element of a drawing: as much of the DOM as Plot and d3-selection touch where nothing is listened to. */
export class Drawn {
  readonly nodeType = 1;
  readonly ownerDocument = drawing;
  readonly namespaceURI: string;
  readonly localName: string;
  readonly childNodes: (Drawn | Text)[] = [];
  readonly style = style;
  parentNode: Drawn | null = null;
  readonly #attributes = new Map<string, string>();

  constructor(namespaceURI: string, localName: string) {
    this.namespaceURI = namespaceURI;
    this.localName = localName;
  }

  get children(): readonly Drawn[] {
    return this.childNodes.filter((child) => child.nodeType === 1);
  }

  get tagName(): string {
    return this.localName;
  }

  /** Names with values, the last that came first. */
  get attributes(): readonly (readonly [name: string, value: string])[] {
    return [...this.#attributes].reverse();
  }

  getAttribute(name: string): string | null {
    return this.#attributes.get(name) ?? null;
  }

  hasAttribute(name: string): boolean {
    return this.#attributes.has(name);
  }

  setAttribute(name: string, value: unknown): void {
    this.#attributes.set(name, String(value));
  }

  removeAttribute(name: string): void {
    this.#attributes.delete(name);
  }

  appendChild(child: Drawn): Drawn {
    return this.insertBefore(child, null);
  }

  /** @param next left out or null: after all others */
  insertBefore(child: Drawn, next: Drawn | null = null): Drawn {
    child.parentNode?.removeChild(child);
    this.childNodes.splice(next === null ? this.childNodes.length : this.childNodes.indexOf(next), 0, child);
    child.parentNode = this;
    return child;
  }

  removeChild(child: Drawn): Drawn {
    this.childNodes.splice(this.childNodes.indexOf(child), 1);
    child.parentNode = null;
    return child;
  }

  get textContent(): string {
    return this.childNodes.map(({ textContent }) => textContent).join('');
  }

  set textContent(text: unknown) {
    this.childNodes.splice(0, Infinity, { nodeType: 3, textContent: String(text) });
  }
}

/** The document that charts are drawn in: a DOM library makes an event target of every attribute, which took most of the time of a report. */
export const drawing = {
  documentElement: { namespaceURI: xhtml, ownerDocument: undefined as unknown },
  createElementNS: (namespace: string, name: string): Drawn => new Drawn(namespace, name),
};
drawing.documentElement.ownerDocument = drawing;
