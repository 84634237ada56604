import type { ErrorEntry } from "./error.ts";

/**
 * Every expected failure of Vigie, by code. A code is public: never renamed, never reused. Codes are `area.problem`,
 * sorted by area. The reference page of errors is generated from this table.
 */
export const errorCatalogue = {
  "calendar.never-open": {
    kind: "invalid",
    message: {
      en: "Calendar “{calendar}” is never open.",
      fr: "Le calendrier « {calendar} » n’est jamais ouvert.",
    },
    todo: {
      en: "Give at least one weekday or exception a window that falls on a day without a holiday.",
      fr: "Donnez au moins une plage à un jour de la semaine ou à une exception, hors jour férié.",
    },
  },
  "calendar.beyond-horizon": {
    kind: "invalid",
    message: {
      en: "Calendar “{calendar}” does not reach that much open time within 50 years.",
      fr: "Le calendrier « {calendar} » n’offre pas autant de temps ouvert en 50 ans.",
    },
    todo: {
      en: "Shorten the duration or open the calendar more.",
      fr: "Réduisez la durée ou ouvrez davantage le calendrier.",
    },
  },
  "zone.unknown": {
    kind: "invalid",
    message: { en: "There is no time zone “{zone}”.", fr: "Le fuseau horaire « {zone} » n’existe pas." },
    todo: {
      en: "Use an IANA name such as Europe/Paris or UTC.",
      fr: "Utilisez un nom IANA, par exemple Europe/Paris ou UTC.",
    },
  },
} as const satisfies Record<string, ErrorEntry>;

export type ErrorCode = keyof typeof errorCatalogue;
