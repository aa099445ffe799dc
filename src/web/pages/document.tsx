import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { type Frame, Layout } from './layout.tsx'
import { Setting } from './setting.ts'

/** A page: what stands around it, and its content. */
export interface WebPage {
  readonly frame: Frame
  readonly content: VNode
}

/** A page as a document in HTML. */
export function setDocument({ frame, content }: WebPage, setting: Setting): string {
  const html = renderToString(
    <Setting value={setting}>
      <Layout frame={frame}>{content}</Layout>
    </Setting>,
  )
  return `<!doctype html>\n${html}\n`
}
