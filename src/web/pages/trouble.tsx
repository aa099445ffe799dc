import { capital } from '../../reports/words/counts.ts'
import { plain } from '../../reports/words/foreign.ts'
import { ADDRESSES } from '../addresses.ts'
import { AskForm } from './home.tsx'
import type { WebPage } from './layout.tsx'
import { useSetting } from './setting.ts'

/** A page that is not there, or something that is not done, and the ways on; `ask` is what one may want to ask for. */
export function troublePage(title: string, says: string, ask: string | null = null): WebPage {
  return {
    frame: { title, description: plain(says), address: '/trouble', unlisted: true },
    content: (
      <>
        <h1>{title}</h1>
        <p class="lead">{capital(plain(says))}.</p>
        {ask === null ? null : <AskForm value={plain(ask)} />}
        <Ways />
      </>
    ),
  }
}

function Ways() {
  const { link } = useSetting()
  return (
    <p>
      <a href={link(ADDRESSES.home)}>To the first page</a> · <a href={link(ADDRESSES.explore)}>All releases</a> ·{' '}
      <a href={link(ADDRESSES.knowledge)}>What is known</a>
    </p>
  )
}
