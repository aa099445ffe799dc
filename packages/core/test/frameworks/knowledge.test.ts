import { describe, expect, test } from 'vitest'
import { knowledge } from '../../../knowledge/test/knowledge.ts'
import { explainFramework, explainRequirement } from '../../src/frameworks/explain.ts'
import { evaluators } from '../../src/frameworks/index.ts'
import { Evaluation } from '../../src/report/report.ts'
import { evaluated } from './case.ts'

const named = evaluators.map(evaluator => [`${evaluator.id} ${evaluator.reading ?? ''}`.trim(), evaluator] as const)

describe.each(named)('%s', (_, evaluator) => {
  const { id, reading } = evaluator

  test('every requirement of the knowledge has a judge, and every judge a requirement', () => {
    const asked = knowledge.frameworks.get(id)?.requirements.map(requirement => requirement.id) ?? []
    expect(asked.length).toBeGreaterThan(0)
    expect(Object.keys(evaluator.judges).sort()).toEqual([...asked].sort())
  })

  test('its evaluation is a value of the report', () => {
    expect(() => Evaluation.parse(evaluated(id, {}, reading))).not.toThrow()
  })

  test('answers every requirement, in the order of the knowledge, with a citation and a reason', () => {
    const { requirements } = evaluated(id, {}, reading)
    expect(requirements.map(requirement => requirement.id)).toEqual(
      knowledge.frameworks.get(id)?.requirements.map(requirement => requirement.id),
    )
    for (const requirement of requirements) {
      expect(requirement.cited.length, requirement.id).toBeGreaterThan(0)
      expect(requirement.because, requirement.id).toMatch(/^\S.*\.$/)
      expect(requirement.rule, requirement.id).not.toBe('')
    }
  })
})

test('each framework of the knowledge that asks anything for a person has an answer for that', () => {
  for (const framework of knowledge.frameworks.values())
    for (const requirement of framework.requirements) {
      if (requirement.automation === 'human') expect(requirement.answers['needs-human'], requirement.id).toBeDefined()
      expect(requirement.answers.met, requirement.id).toBeDefined()
      expect(requirement.answers.unmet, requirement.id).toBeDefined()
    }
})

test('what was measured is of requirements there are, and of no more releases than were read', () => {
  const ids = new Set(
    [...knowledge.frameworks.values()].flatMap(({ requirements }) => requirements.map(({ id }) => id)),
  )
  for (const [key, row] of Object.entries(knowledge.measured.requirements)) {
    expect(ids, key).toContain(key.replace(/ \(.*$/, ''))
    const asked = Object.values(row).reduce((sum, count) => sum + count, 0)
    expect(asked, key).toBeLessThanOrEqual(knowledge.measured.releases)
  }
})

describe('explaining a requirement', () => {
  test('tells the question, the answers, the source and what must be said of the framework', () => {
    const explained = explainRequirement('osaid-d8', knowledge)
    expect(explained?.id).toBe('OSAID-D8')
    expect(explained?.automation).toBe('human')
    expect(explained?.answers['needs-human']).toBeTruthy()
    expect(explained?.framework).toMatchObject({ id: 'osaid-1.0', edition: '1.0' })
    expect(explained?.framework.note).toContain('certifies no AI system')
  })

  test('finds it by its framework, with or without what its ids have in common', () => {
    for (const word of ['osaid-1.0/D1a', 'OSAID-1.0/osaid-d1a', 'osaid-d1a'])
      expect(explainRequirement(word, knowledge)?.id, word).toBe('OSAID-D1a')
    expect(explainRequirement('eu-ai-act/D1', knowledge)?.id).toBe('EU-D1')
    expect(explainRequirement('eu-ai-act/D1a', knowledge)).toBeNull()
    expect(explainRequirement('D1a', knowledge)).toBeNull()
  })

  test('tells how often it was answered, with what on', () => {
    const measured = explainRequirement('eu-l5c', knowledge)?.measured
    expect(measured?.releases).toBeGreaterThan(100)
    expect(measured?.asked).toBe(Object.values(measured?.counts ?? {}).reduce((sum, count) => sum + count, 0))
    expect(measured?.answered).toBeLessThan(measured?.asked ?? 0)
    const whole = explainFramework('EU-AI-Act', knowledge)?.measured
    expect(whole?.asked).toBe(
      (measured?.asked ?? 0) * (knowledge.frameworks.get('eu-ai-act')?.requirements.length ?? 0),
    )
  })

  test('tells nothing of what was never measured', () => {
    const unmeasured = { ...knowledge, measured: { ...knowledge.measured, requirements: {} } }
    expect(explainRequirement('eu-l5c', unmeasured)?.measured).toBeNull()
  })

  test('knows when nothing has the id', () => {
    expect(explainRequirement('OSAID-Z9', knowledge)).toBeNull()
  })
})
