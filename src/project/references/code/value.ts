import { once } from '../../../once.ts'

/** What an expression in code comes to, as far as it can be read without running it. */
export type Value =
  | { readonly is: 'text'; readonly text: string; readonly line: number }
  /** a variable, or an attribute of one: `MODEL`, `args.model`, `self.config.model` */
  | { readonly is: 'name'; readonly path: readonly string[]; readonly line: number }
  /** texts put together: a template, a sum */
  | { readonly is: 'joined'; readonly parts: readonly Value[] }
  /** one of several: `a or b`, `a if c else b`, the items of a list in a loop */
  | { readonly is: 'either'; readonly values: readonly Value[] }
  | { readonly is: 'environment'; readonly name: string; readonly fallback: Value | null }
  | { readonly is: 'entries'; readonly entries: readonly { readonly key: string; readonly value: Value }[] }
  | { readonly is: 'list'; readonly values: readonly Value[] }
  | { readonly is: 'call'; readonly path: readonly string[] }
  /** no text: null, None, false */
  | { readonly is: 'nothing' }
  | { readonly is: 'unknown' }

/** An expression that is read only when it is asked for. */
export type Lazy = () => Value

/** What an expression comes to; however often it is asked for, it is read once. */
export const evaluated = once((lazy: Lazy): Value => lazy())

export const UNKNOWN: Value = { is: 'unknown' }
export const NOTHING: Value = { is: 'nothing' }

/** deeper than any expression a person writes; stops a crafted file */
export const DEPTH = 40
