import { ORPCError, ValidationError } from '@orpc/server'
import { type InputIssue, inputIssues, issuesSentence } from './input-issues.ts'
import { sizeText } from './limited-body.ts'
import type { Locale } from './locale.contract.ts'
import { type Problem, type ProblemTable, type ProblemValues, refusalOf } from './problem.contract.ts'

export interface ProblemRequest {
  readonly problems: ProblemTable
  readonly locale: Locale
  readonly requestId: string
  readonly contentType: string
  readonly path: string
  readonly bodyLimitBytes: number
}

interface Said {
  readonly code: string
  readonly values: ProblemValues
  readonly issues?: readonly InputIssue[]
}

/** What the caller is told about an error. A bug is told as such, without its words. */
export function problemOf(error: unknown, request: ProblemRequest): Problem {
  const said = refusalOf(error) ?? invalidInput(error, request.locale) ?? transportProblem(error, request)
  const known = said && request.problems[said.code] ? said : { code: 'HTTP_INTERNAL', values: {} }
  return describe(known, request)
}

function describe({ code, values, issues }: Said, { problems, locale, requestId }: ProblemRequest): Problem {
  const definition = problems[code]
  if (!definition) throw new Error(`The problem ${code} is in no table.`)
  const title = fill(definition.sentence[locale], values)
  return {
    type: `/api/docs/errors#${code.toLowerCase().replaceAll('_', '-')}`,
    title,
    status: definition.status,
    code,
    detail: title,
    hint: fill(definition.hint[locale], values),
    requestId,
    ...(issues && { issues: [...issues] }),
  }
}

const fill = (text: string, values: ProblemValues) =>
  text.replaceAll(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place))

function invalidInput(error: unknown, locale: Locale): Said | undefined {
  if (!(error instanceof ORPCError) || error.code !== 'BAD_REQUEST') return undefined
  if (!(error.cause instanceof ValidationError))
    return { code: 'HTTP_BODY_MALFORMED', values: { reason: '?' } }
  const issues = inputIssues(error.cause.issues, error.cause.data, locale)
  return { code: 'HTTP_INPUT_INVALID', values: { issues: issuesSentence(issues) }, issues }
}

/** Refusals of the HTTP libraries themselves, by their code or status. */
function transportProblem(error: unknown, request: ProblemRequest): Said | undefined {
  const { code = '', message = '', statusCode = 500 } = error as LibraryError
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE')
    return { code: 'HTTP_BODY_TOO_LARGE', values: { limit: sizeText(request.bodyLimitBytes) } }
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE')
    return { code: 'HTTP_MEDIA_TYPE_UNKNOWN', values: { type: request.contentType } }
  if (unreadableAddress.has(code) || statusCode === 403 || statusCode === 404)
    return { code: 'HTTP_NOT_FOUND', values: { path: request.path } }
  if (code.startsWith('FST_ERR_') && statusCode >= 400 && statusCode < 500)
    return { code: 'HTTP_BODY_MALFORMED', values: { reason: message } }
  return undefined
}

interface LibraryError {
  readonly code?: string
  readonly message?: string
  readonly statusCode?: number
}

const unreadableAddress = new Set(['FST_ERR_BAD_URL', 'FST_ERR_MAX_PARAM_LENGTH'])
