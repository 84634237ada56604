/** What happened, for people who read it in a chat or a mail. */
export interface Bulletin {
  readonly title: string;
  /** Each about one ticket, which its address shows. */
  readonly lines: readonly { readonly text: string; readonly url: string }[];
  /** What is said instead of lines that are left out. */
  readonly more: string | null;
  readonly link: { readonly label: string; readonly url: string };
}
