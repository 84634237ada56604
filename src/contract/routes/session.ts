import { z } from 'zod';
import { defineRoute } from '../route.ts';
import {
  email,
  newPassword,
  openSession,
  personName,
  session,
  signInOutcome,
  twoFactorSetup,
  zone,
} from '../schemas/account.ts';

const code = z.string().trim().min(6).max(32);
const password = z.string().min(1).max(128);
const byToken = z.object({ token: z.string().min(20).max(200) });
const done = { status: 204, empty: true } as const;

/** Signing in and out, and one's own account. */
export const sessionRoutes = {
  'get-session': defineRoute('get-session', {
    tag: 'account',
    summary: 'Who is signed in, and what they may do',
    may: 'anyone',
    answer: { status: 200, json: session },
  }),
  'sign-in': defineRoute('sign-in', {
    tag: 'account',
    summary: 'Sign in with a password',
    may: 'anyone',
    body: { json: z.object({ email, password }) },
    answer: { status: 200, json: signInOutcome },
  }),
  'verify-two-factor': defineRoute('verify-two-factor', {
    tag: 'account',
    summary: 'Give the code that a sign-in wants',
    may: 'anyone',
    body: { json: z.object({ code, backup: z.boolean().default(false).describe('It is a backup code') }) },
    answer: { status: 200, json: signInOutcome },
  }),
  'start-single-sign-on': defineRoute('start-single-sign-on', {
    tag: 'account',
    summary: 'The address at which the single sign-on provider asks who you are',
    may: 'anyone',
    body: {
      json: z.object({
        returnTo: z
          .string()
          .regex(/^\/(?![/\\])/)
          .max(2000)
          .default('/'),
      }),
    },
    answer: { status: 200, json: z.object({ url: z.string() }) },
  }),
  'sign-out': defineRoute('sign-out', { tag: 'account', summary: 'Sign out', may: 'anyone', answer: done }),
  'create-owner': defineRoute('create-owner', {
    tag: 'account',
    summary: 'Make the first account, by the one-time link of the installation',
    may: 'anyone',
    body: { json: z.object({ token: z.string().min(20).max(200), name: personName, email, password: newPassword }) },
    answer: { status: 201, json: signInOutcome },
  }),
  'request-password-reset': defineRoute('request-password-reset', {
    tag: 'account',
    summary: 'Ask for a mail to choose a new password; the answer is the same for an unknown address',
    may: 'anyone',
    body: { json: z.object({ email }) },
    answer: { status: 202, json: z.object({ status: z.literal('sent-if-known') }) },
  }),
  'reset-password': defineRoute('reset-password', {
    tag: 'account',
    summary: 'Choose a new password by the link of the mail; every session ends',
    may: 'anyone',
    params: byToken,
    body: { json: z.object({ password: newPassword }) },
    answer: done,
  }),
  'update-me': defineRoute('update-me', {
    tag: 'account',
    summary: 'Change one’s name, language, zone or theme',
    may: 'signed-in',
    body: {
      json: z.object({
        name: personName.optional(),
        language: z.enum(['en', 'fr']).nullable().optional(),
        timeZone: zone.nullable().optional(),
        theme: z.enum(['light', 'dark', 'auto']).nullable().optional(),
      }),
    },
    answer: { status: 200, json: session },
  }),
  'change-password': defineRoute('change-password', {
    tag: 'account',
    summary: 'Change one’s password; other sessions end',
    may: 'signed-in',
    body: { json: z.object({ current: password, next: newPassword }) },
    answer: done,
  }),
  'list-sessions': defineRoute('list-sessions', {
    tag: 'account',
    summary: 'Where one is signed in',
    may: 'signed-in',
    answer: { status: 200, json: z.object({ items: z.array(openSession) }) },
  }),
  'sign-out-everywhere': defineRoute('sign-out-everywhere', {
    tag: 'account',
    summary: 'End every session of one’s own, this one too',
    may: 'signed-in',
    answer: done,
  }),
  'start-two-factor': defineRoute('start-two-factor', {
    tag: 'account',
    summary: 'Begin two-factor sign-in; it holds once confirmed',
    may: 'signed-in',
    body: { json: z.object({ password }) },
    answer: { status: 200, json: twoFactorSetup },
  }),
  'confirm-two-factor': defineRoute('confirm-two-factor', {
    tag: 'account',
    summary: 'Confirm two-factor sign-in with a first code',
    may: 'signed-in',
    body: { json: z.object({ code }) },
    answer: done,
  }),
  'stop-two-factor': defineRoute('stop-two-factor', {
    tag: 'account',
    summary: 'End two-factor sign-in',
    may: 'signed-in',
    body: { json: z.object({ password }) },
    answer: done,
  }),
};
