/** An error as a ClickHouse server tells it: a code, a text, and a name. */
export class ServerError extends Error {
  readonly code: number;
  readonly type: string;

  constructor(code: number, type: string, text: string) {
    super(`Code: ${code}. DB::Exception: ${text} (${type})`);
    this.name = 'ServerError';
    this.code = code;
    this.type = type;
  }
}

/** What the engine threw, as the error that it tells in its text. */
export function asServerError(error: unknown): ServerError {
  if (error instanceof ServerError) return error;
  const whole = error instanceof Error ? error.message : String(error);
  const told = /^Code: (\d+)\. DB::\w*Exception: (.*) \(([A-Z0-9_]+)\)$/s.exec(whole);
  if (!told) return new ServerError(1001, 'STD_EXCEPTION', whole);
  return new ServerError(Number(told[1]), told[3] as string, told[2] as string);
}

/** What HTTP itself refuses, before there is a statement. */
export function refusedRequest(text: string): ServerError {
  return new ServerError(1000, 'POCO_EXCEPTION', text);
}

const statuses: Readonly<Record<number, string>> = {
  400: `BAD_ARGUMENTS CANNOT_COMPILE_REGEXP CANNOT_PARSE_TEXT CANNOT_PARSE_ESCAPE_SEQUENCE CANNOT_PARSE_QUOTED_STRING
    CANNOT_PARSE_DATE CANNOT_PARSE_DATETIME CANNOT_PARSE_NUMBER CANNOT_PARSE_DOMAIN_VALUE_FROM_STRING CANNOT_PARSE_IPV4
    CANNOT_PARSE_IPV6 CANNOT_PARSE_INPUT_ASSERTION_FAILED CANNOT_PARSE_UUID DUPLICATE_COLUMN ILLEGAL_COLUMN
    UNKNOWN_ELEMENT_IN_AST UNKNOWN_TYPE_OF_AST_NODE THERE_IS_NO_COLUMN TOO_DEEP_AST TOO_BIG_AST
    UNEXPECTED_AST_STRUCTURE SYNTAX_ERROR INCORRECT_DATA TYPE_MISMATCH VALUE_IS_OUT_OF_RANGE_OF_DATA_TYPE`,
  401: 'REQUIRED_PASSWORD',
  403: 'UNKNOWN_USER WRONG_PASSWORD AUTHENTICATION_FAILED SET_NON_GRANTED_ROLE ACCESS_DENIED',
  404: `UNKNOWN_TABLE UNKNOWN_FUNCTION UNKNOWN_IDENTIFIER UNKNOWN_TYPE UNKNOWN_STORAGE UNKNOWN_DATABASE UNKNOWN_SETTING
    UNKNOWN_DIRECTION_OF_SORTING UNKNOWN_AGGREGATE_FUNCTION UNKNOWN_FORMAT UNKNOWN_DATABASE_ENGINE UNKNOWN_TYPE_OF_QUERY
    UNKNOWN_ROLE`,
  408: 'TIMEOUT_EXCEEDED',
  413: 'QUERY_IS_TOO_LARGE',
  501: 'NOT_IMPLEMENTED',
  503: 'SOCKET_TIMEOUT CANNOT_OPEN_FILE CANNOT_SCHEDULE_TASK',
};

/** The HTTP status that a ClickHouse server answers an error with. */
export function statusOf({ type }: ServerError): number {
  const found = Object.entries(statuses).find(([, types]) => types.split(/\s+/).includes(type));
  return found ? Number(found[0]) : 500;
}
