import { plain } from '../words/foreign.ts'

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Foreign words as the text of an element or of a quoted attribute, in HTML and in SVG. */
export function escaped(text: string): string {
  return plain(text).replace(/[&<>"']/g, character => ENTITIES[character] ?? character)
}
