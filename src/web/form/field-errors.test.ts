import { expect, test } from 'vitest';
import { ApiError } from '#contract/client.ts';
import { fieldErrorsOf } from './field-errors.ts';

const refused = new ApiError({
  type: '',
  title: '',
  status: 400,
  detail: 'The request is not right.',
  code: 'request.invalid',
  todo: '',
  instance: '',
  errors: [
    { path: 'body.email', code: 'request.invalid-format', message: 'Not an address.' },
    { path: 'body.teams[3]', code: 'request.too-big', message: 'Too long.' },
    { path: 'body.unknown', code: 'request.unrecognized-keys', message: 'Not known.' },
  ],
});

test('what the server says of a field stands at that field', () => {
  expect(fieldErrorsOf(refused, ['email', 'teams', 'name'])).toEqual({ email: 'Not an address.', teams: 'Too long.' });
});

test('a failure without fields says nothing of them', () => {
  expect(fieldErrorsOf(new Error('x'), ['email'])).toEqual({});
});
