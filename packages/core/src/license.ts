import { OSD, readOsd } from './frameworks/osd.ts'
import { readUnread } from './licenses/declared.ts'
import type { GivenLicenses, GivenText, Tell } from './licenses/given/given.ts'
import { languagesOf } from './licenses/given/languages.ts'
import { incorporates, namedPolicies, ownPolicies, withPolicies } from './licenses/given/policies.ts'
import { readGiven } from './licenses/given/read.ts'
import type { Known } from './licenses/known.ts'
import { knownObligations, obligationsOf } from './licenses/obligations.ts'
import type { LicenseReading } from './licenses/reading.ts'
import { weigh } from './licenses/weighing.ts'
import type { License, LicensesReport } from './report/report.ts'
import { collectFindings } from './verdict/findings.ts'

/**
 * Reads texts as licenses: what each is, its clauses, grants and duties, and what each framework makes of it. The
 * policies that a license incorporates are read with it where they lie beside it. Pure.
 */
export function readLicenses(given: GivenLicenses, known: Known): LicensesReport {
  const findings = collectFindings()
  const tell: Tell = (...finding) => {
    findings.add(...finding)
  }
  for (const { kind, says, path, wouldChange } of given.unread) tell(kind, says, [{ path }], wouldChange)
  const all: GivenLicenses = { ...given, beside: [...given.beside, ...given.asked] }
  const policies = new Set<string>()
  const licenses = given.asked.flatMap(text =>
    readGiven(text, all, known, tell).map(reading => {
      // of a text that points to another, the other
      const own = all.beside.find(other => other.path === reading.license.text?.path) ?? text
      const whole = own.as === 'policy' ? reading : incorporate(reading, own, all, known, tell)
      for (const path of whole.license.readWith ?? []) policies.add(path)
      return complete(whole, own, known, tell)
    }),
  )
  // a policy that was read with its license is not shown a second time
  const shown = licenses.filter(license => license.text === null || !policies.has(license.text.path))
  const paths = given.asked.map(text => text.path)
  const [path, ...more] = paths
  if (path !== undefined && licenses.length === 0 && findings.all.length === 0)
    tell(
      'no-license',
      `no license text, license name or terms were found in ${paths.length === 1 ? path : `${paths.length} texts`}`,
      [{ looked: [path, ...more] }],
      'a license text, or a sentence that names one',
    )
  const unread = given.unread.filter(({ kind }) => kind === 'pdf-not-read').map(({ path }) => unreadAt(path))
  return { schemaVersion: 1, licenses: [...shown, ...unread], findings: [...findings.all] }
}

/** Terms that are there and could not be read: what they mean is unknown, never open. */
function unreadAt(path: string): License {
  return { ...readUnread(`${path} (not read)`, 'unknown', [{ path }]).license, text: { path } }
}

function incorporate(
  reading: LicenseReading,
  text: GivenText,
  given: GivenLicenses,
  known: Known,
  tell: Tell,
): LicenseReading {
  if (reading.license.text === null) return reading
  const clauses = incorporates(reading)
  const policies = new Set([
    ...(clauses.length > 0 ? ownPolicies(text, given.beside, known.knowledge) : []),
    ...namedPolicies(text, given.beside),
  ])
  if (policies.size > 0)
    return withPolicies(
      reading,
      [...policies].flatMap(policy => readGiven(policy, { ...given, beside: [] }, known, tell)),
      known.knowledge,
    )
  for (const { parameters, cited } of clauses) {
    const { url } = parameters
    const where = typeof url === 'string' ? `at ${url} ` : ''
    const [place, ...more] = cited
    if (place)
      tell(
        'policy-not-read',
        `the policy ${where}is a part of the license and was not read`,
        [place, ...more],
        'the text of that policy in the same folder',
      )
  }
  return reading
}

/** What the Report says of a license, and what `unwash license` adds to it. */
function complete(reading: LicenseReading, text: GivenText, { knowledge }: Known, tell: Tell): License {
  const { license } = reading
  const language = license.text === null ? null : languagesOf(text.page?.lines.join('\n') ?? text.content)
  if (language && !language.read) {
    const [place, ...more] = license.cited
    if (place)
      tell(
        'language-not-read',
        `${text.path} is in ${language.name}, which is not read: no clause of it was looked for`,
        [place, ...more],
        'the text in English or Chinese',
      )
  }
  const duties = obligationsOf(license.clauses, knowledge)
  return {
    ...license,
    ...(language ? { language: language.name } : {}),
    frameworks: weigh(reading, knowledge).map(framework =>
      framework.framework === OSD ? { ...framework, requirements: [...readOsd(reading, knowledge)] } : framework,
    ),
    obligations: [...(duties.length > 0 ? duties : knownObligations(license.id, knowledge))],
  }
}
