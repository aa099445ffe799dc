import { ADDRESSES } from '../addresses.ts'
import type { WebPage } from './layout.tsx'
import { Contents } from './names.tsx'
import { useSetting } from './setting.ts'

/** A schema, as far as it is told here. */
interface Schema {
  readonly $ref?: string | undefined
  readonly enum?: readonly unknown[] | undefined
  readonly description?: string | undefined
  readonly properties?: Readonly<Record<string, Schema>> | undefined
  readonly required?: readonly string[] | undefined
  readonly items?: Schema | undefined
  readonly example?: unknown
}

/** What is sent, in a form that a schema tells. */
type Content = Readonly<Record<string, { readonly schema: Schema }>>

/** What is asked in one way, and what comes back. */
interface Operation {
  readonly summary?: string
  readonly description?: string
  readonly parameters?: readonly {
    readonly name: string
    readonly in: string
    readonly required?: boolean
    readonly schema?: Schema
  }[]
  readonly requestBody?: { readonly content: Content }
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content?: Content }>>
}

/** A description of an API as OpenAPI has it. */
export interface Described {
  readonly info: { readonly description: string }
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> }
}

/** The API for people: what the description of it says, in the same order; examples ask where it was asked for. */
export function apiPage(api: Described, at: string): WebPage {
  return {
    frame: { title: 'API', description: 'What can be asked of this server by a program.', address: ADDRESSES.api },
    content: <Body api={api} at={at} />,
  }
}

function Body({ api, at }: { api: Described; at: string }) {
  const { link } = useSetting()
  const all = Object.entries(api.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation, id: idOf(method, path) })),
  )
  return (
    <>
      <h1>API</h1>
      <p class="lead">{api.info.description}</p>
      <p>
        The same for programs: <a href={link(ADDRESSES.openapi)}>openapi.json</a>. Whatever is read has an ETag. What is
        wrong is answered with a status and <code>{'{"error": "a sentence"}'}</code>.
      </p>
      <Contents
        of={all.map(({ id, method, path }) => [id, `${method.toUpperCase()} ${path.replace('/api/v1', '')}`])}
      />
      {all.map(one => (
        <One key={one.id} api={api} at={at} {...one} />
      ))}
    </>
  )
}

/** `POST /api/v1/audits` as an anchor */
const idOf = (method: string, path: string) => `${method}${path.replace('/api/v1', '').replace(/[^a-z]+/g, '-')}`

function One(props: { api: Described; at: string; path: string; method: string; operation: Operation; id: string }) {
  const { api, at, path, method, operation, id } = props
  const { summary = '', description, parameters = [], requestBody, responses } = operation
  const told = (schema?: Schema) => (schema?.$ref ? api.components.schemas[schema.$ref.replace(/^.*\//, '')] : schema)
  const taken = told(requestBody?.content['application/json']?.schema)
  const given = told((responses['200'] ?? responses['202'])?.content?.['application/json']?.schema)
  const inBody = Object.entries(taken?.properties ?? {}).map(([name, schema]) => ({
    name,
    in: 'body',
    required: taken?.required?.includes(name) ?? false,
    schema,
  }))
  const sent = Object.fromEntries(inBody.flatMap(({ name, schema: { example } }) => (example ? [[name, example]] : [])))
  const asks = taken ? ` -H 'content-type: application/json' -d '${JSON.stringify(sent)}'` : ''
  return (
    <section>
      <h2 id={id}>{summary}</h2>
      <p>
        <code>
          {method.toUpperCase()} {path}
        </code>
      </p>
      {description ? <p>{description}</p> : null}
      <ul>
        {[...parameters, ...inBody].map(({ name, in: where, required, schema }) => (
          <li key={name}>
            <code>{name}</code> in the {where}
            {required ? ', needed' : ''}
            {schema?.description ? `: ${schema.description}` : ''}
            {schema?.enum ? <div>{schema.enum.join(', ')}</div> : null}
          </li>
        ))}
      </ul>
      <p class="small">
        <code>{`curl -s '${at}${path}'${asks}`}</code>
      </p>
      {given?.properties ? (
        <details>
          <summary>What comes back</summary>
          <Fields of={given} told={told} />
        </details>
      ) : null}
      <p class="small">
        {Object.entries(responses).map(([status, { description: says }]) => (
          <span key={status}>
            <code>{status}</code> {says}.{' '}
          </span>
        ))}
      </p>
    </section>
  )
}

/** The parts of an answer; of a list those of each thing in it. */
function Fields({ of, told }: { of: Schema; told: (schema?: Schema) => Schema | undefined }) {
  return (
    <ul>
      {Object.entries(of.properties ?? {}).map(([name, schema]) => {
        const each = schema.items && told(schema.items)
        return (
          <li key={name}>
            <code>{name}</code>
            {schema.description ? `: ${schema.description}` : ''}
            {schema.enum ? <div>{schema.enum.join(', ')}</div> : null}
            {each?.properties && each !== of ? <Fields of={each} told={told} /> : null}
          </li>
        )
      })}
    </ul>
  )
}
