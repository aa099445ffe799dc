import { capital } from '../../reports/words/counts.ts'
import { plain } from '../../reports/words/foreign.ts'
import { AskForm } from './home.tsx'
import type { WebPage } from './layout.tsx'

/** A page that is not there, or something that is not done. */
export function troublePage(title: string, says: string, ask: string | null = null): WebPage {
  return {
    frame: { title, description: plain(says), address: '/trouble', unlisted: true },
    content: (
      <>
        <h1>{title}</h1>
        <p class="lead">{capital(plain(says))}.</p>
        {ask === null ? null : <AskForm value={plain(ask)} />}
      </>
    ),
  }
}
