import { plain } from '../../reports/foreign.ts'
import type { TermId } from '../../vocabulary.ts'
import { clauseAddress, licenseAddress, requirementAddress, termAddress } from '../addresses.ts'
import { useSetting } from './setting.ts'

/** A license, or several joined by AND, each with a link to what is known of it. */
export function LicenseName({ id }: { id: string }) {
  const { knowledge, names, link } = useSetting()
  return (
    <>
      {id.split(' AND ').map((one, at) => (
        <>
          {at > 0 ? ' and ' : ''}
          {knowledge.licenses.has(one) ? (
            <a href={link(licenseAddress(one))}>{plain(names.license(one))}</a>
          ) : (
            plain(names.license(one))
          )}
        </>
      ))}
    </>
  )
}

/** A kind of clause, with a link to what it means. */
export function ClauseName({ kind }: { kind: string }) {
  const { knowledge, names, link } = useSetting()
  if (!knowledge.clauses.has(kind)) return <>{plain(names.clause(kind))}</>
  return <a href={link(clauseAddress(kind))}>{names.clause(kind)}</a>
}

/** An honest term, with a link to what it means. */
export function TermName({ id }: { id: TermId }) {
  const { names, link } = useSetting()
  return <a href={link(termAddress(id))}>{names.term(id)}</a>
}

/** A requirement, with a link to what it asks. */
export function RequirementName({ framework, id }: { framework: string; id: string }) {
  const { knowledge, link } = useSetting()
  const known = knowledge.frameworks.get(framework)?.requirements.some(requirement => requirement.id === id)
  return known ? <a href={link(requirementAddress(framework, id))}>{id}</a> : <span>{plain(id)}</span>
}
