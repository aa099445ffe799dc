import { TERMS } from '@unwash/core/report/vocabulary'
import { capital } from '@unwash/core/text/phrase'
import { comparedWord } from '@unwash/reporters/explain/explainer'
import { ADDRESSES } from '../../addresses.ts'
import type { WebPage } from '../layout.tsx'
import { Contents, Find, holds, Meanings } from '../names.tsx'
import { useSetting } from '../setting.ts'

/** Every word of reports in plain words, each at an address of its own. */
export function glossaryPage(find = ''): WebPage {
  return {
    frame: {
      title: 'Glossary',
      description: 'The words of reports in plain words: terms, restrictions, licenses and what stands around them.',
      address: ADDRESSES.glossary,
      scripts: ['find'],
      unlisted: find !== '',
    },
    content: <Glossary find={find} />,
  }
}

function Glossary({ find }: { find: string }) {
  const { knowledge, link } = useSetting()
  const words = knowledge.glossary.toSorted((one, other) => one.word.localeCompare(other.word, 'en'))
  return (
    <>
      <h1>Glossary</h1>
      <p class="lead">
        The words of reports. Licenses and frameworks have <a href={link(ADDRESSES.knowledge)}>pages of their own</a>.
      </p>
      <Find of="Words, terms, restrictions and conditions" address={ADDRESSES.glossary} find={find} />
      <Contents
        of={[
          ['words', 'Words'],
          ['terms', 'Terms'],
          ['clauses', 'Restrictions and conditions'],
        ]}
      />
      <section data-list>
        <h2 id="words">Words</h2>
        <dl class="terms">
          {words.map(({ word, also, means }) => (
            <div key={word} id={comparedWord(word)} data-found hidden={!holds(find, word, means, ...also)}>
              <dt>{capital(word)}</dt>
              <dd>
                {capital(means)}
                {also.length > 0 ? <span class="small faint"> Also: {also.join(', ')}.</span> : null}
              </dd>
            </div>
          ))}
        </dl>
      </section>
      <section data-list>
        <h2 id="terms">Terms</h2>
        <Meanings
          find={find}
          of={TERMS.map(id => ({ topic: ['term', id], means: capital(knowledge.terms.get(id)?.meaning ?? '') }))}
        />
      </section>
      <section data-list>
        <h2 id="clauses">Restrictions and conditions</h2>
        <Meanings
          find={find}
          of={[...knowledge.clauses.values()].map(({ id, definition }) => ({
            topic: ['clause', id],
            means: capital(definition),
          }))}
        />
      </section>
    </>
  )
}
