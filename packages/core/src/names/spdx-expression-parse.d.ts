declare module 'spdx-expression-parse' {
  export type Expression =
    | { readonly license: string; readonly plus?: boolean; readonly exception?: string }
    | { readonly conjunction: 'and' | 'or'; readonly left: Expression; readonly right: Expression }
  /** Throws on anything that is not an SPDX expression. */
  export default function parse(expression: string): Expression
}
