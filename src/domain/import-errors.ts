import type { ErrorEntry } from './error.ts';

/** Expected failures of reading a file and of its mapping, part of the one catalogue. `import.*` may concern one row. */
export const importErrors = {
  'import.archive-broken': {
    kind: 'invalid',
    message: { en: '“{file}” is damaged: {reason}.', fr: '« {file} » est abîmé : {reason}.' },
    todo: {
      en: 'What came before the damage was read; fetch the file again for the rest.',
      fr: 'Ce qui précède a été lu ; récupérez le fichier de nouveau pour la suite.',
    },
  },
  'import.archive-empty': {
    kind: 'invalid',
    message: {
      en: 'The archive “{file}” holds no CSV or NDJSON file.',
      fr: 'L’archive « {file} » ne contient ni fichier CSV ni fichier NDJSON.',
    },
    todo: {
      en: 'Put one .csv, .tsv, .txt, .ndjson or .jsonl file into it, or import that file itself.',
      fr: 'Placez-y un fichier .csv, .tsv, .txt, .ndjson ou .jsonl, ou importez directement ce fichier.',
    },
  },
  'import.archive-crowded': {
    kind: 'too-large',
    message: {
      en: 'The archive “{file}” lists more than {limit} files.',
      fr: 'L’archive « {file} » contient plus de {limit} fichiers.',
    },
    todo: { en: 'Send the one file that holds the table.', fr: 'Envoyez le seul fichier qui contient le tableau.' },
  },
  'import.archive-too-large': {
    kind: 'too-large',
    message: { en: 'The archive “{file}” is larger than {limit}.', fr: 'L’archive « {file} » dépasse {limit}.' },
    todo: {
      en: 'Unpack it, or compress the file with gzip, which is read as it comes.',
      fr: 'Décompressez-la, ou compressez le fichier avec gzip, qui se lit au fil de l’eau.',
    },
  },
  'import.bad-json': {
    kind: 'invalid',
    message: {
      en: 'This line is not JSON: {reason} (column {at}).',
      fr: 'Cette ligne n’est pas du JSON : {reason} (colonne {at}).',
    },
    todo: { en: 'Write one JSON object a line.', fr: 'Écrivez un objet JSON par ligne.' },
  },
  'import.bad-number': {
    kind: 'invalid',
    message: {
      en: '“{value}” in column “{column}” is not a number.',
      fr: '« {value} », dans la colonne « {column} », n’est pas un nombre.',
    },
    todo: {
      en: 'Correct the cell, or list the value under “missing” in the mapping.',
      fr: 'Corrigez la cellule, ou citez la valeur sous « missing » dans la correspondance.',
    },
  },
  'import.bad-time': {
    kind: 'invalid',
    message: {
      en: '“{value}” in column “{column}” is not a time of the form {format}.',
      fr: '« {value} », dans la colonne « {column} », n’est pas une date de la forme {format}.',
    },
    todo: {
      en: 'Correct the cell, or “timeFormat” in the mapping.',
      fr: 'Corrigez la cellule, ou « timeFormat » dans la correspondance.',
    },
  },
  'import.bad-utf8': {
    kind: 'invalid',
    message: {
      en: 'Some letters are not valid UTF-8; they were read as “�”, first at line {line}.',
      fr: 'Certains caractères ne sont pas de l’UTF-8 valide ; ils ont été lus « � », la première fois ligne {line}.',
    },
    todo: {
      en: 'Save the file as UTF-8 and import it again.',
      fr: 'Enregistrez le fichier en UTF-8 et importez-le de nouveau.',
    },
  },
  'import.cell-count': {
    kind: 'invalid',
    message: {
      en: 'This row has {found} cells where the header has {expected}.',
      fr: 'Cette ligne compte {found} cellules, l’en-tête {expected}.',
    },
    todo: {
      en: 'Correct the row; a cell that contains the delimiter or a line end needs quotes.',
      fr: 'Corrigez la ligne ; une cellule qui contient le séparateur ou un saut de ligne doit être entre guillemets.',
    },
  },
  'import.empty': {
    kind: 'invalid',
    message: { en: '“{file}” is empty (0 bytes).', fr: '« {file} » est vide (0 octet).' },
    todo: { en: 'Export it again; nothing was imported.', fr: 'Refaites l’export ; rien n’a été importé.' },
  },
  'import.line-too-long': {
    kind: 'too-large',
    message: { en: 'This line is longer than {limit}.', fr: 'Cette ligne dépasse {limit}.' },
    todo: {
      en: 'Check that the file has line ends; the rest of the file was read.',
      fr: 'Vérifiez que le fichier a des fins de ligne ; le reste du fichier a été lu.',
    },
  },
  'import.mapping-needed': {
    kind: 'invalid',
    message: {
      en: '“{file}” is a table, and no mapping says what its columns mean.',
      fr: '« {file} » est un tableau, et aucune correspondance ne dit ce que ses colonnes signifient.',
    },
    todo: {
      en: 'Give a mapping (--mapping FILE), or confirm the guessed one (--yes).',
      fr: 'Donnez une correspondance (--mapping FICHIER), ou confirmez celle qui est devinée (--yes).',
    },
  },
  'import.no-rows': {
    kind: 'invalid',
    message: { en: '“{file}” has a header and no rows.', fr: '« {file} » a un en-tête mais aucune ligne.' },
    todo: {
      en: 'Export it again with rows; nothing was imported.',
      fr: 'Refaites l’export avec des lignes ; rien n’a été importé.',
    },
  },
  'import.no-solved-time': {
    kind: 'invalid',
    message: {
      en: 'The ticket is {status}, but no column says since when.',
      fr: 'Le ticket est « {status} », mais aucune colonne ne dit depuis quand.',
    },
    todo: {
      en: 'Fill “solvedAt”, “closedAt” or “updatedAt” for this row.',
      fr: 'Renseignez « solvedAt », « closedAt » ou « updatedAt » pour cette ligne.',
    },
  },
  'import.no-such-time': {
    kind: 'invalid',
    message: {
      en: '“{value}” in column “{column}” is a time that does not exist.',
      fr: '« {value} », dans la colonne « {column} », est une date qui n’existe pas.',
    },
    todo: {
      en: 'Correct the cell; check the order of day and month in “timeFormat”.',
      fr: 'Corrigez la cellule ; vérifiez l’ordre du jour et du mois dans « timeFormat ».',
    },
  },
  'import.not-text': {
    kind: 'invalid',
    message: { en: '“{file}” is not a text file ({found}).', fr: '« {file} » n’est pas un fichier texte ({found}).' },
    todo: {
      en: 'Import CSV or NDJSON, plain or compressed with gzip or zip; save a workbook as CSV first.',
      fr: 'Importez du CSV ou du NDJSON, tel quel ou compressé (gzip, zip) ; enregistrez d’abord un classeur en CSV.',
    },
  },
  'import.quote-open': {
    kind: 'invalid',
    message: {
      en: 'A quoted cell is not closed, or text follows its closing quote.',
      fr: 'Une cellule entre guillemets n’est pas fermée, ou du texte suit le guillemet fermant.',
    },
    todo: {
      en: 'Close the quote; write a quote inside a cell twice.',
      fr: 'Fermez le guillemet ; doublez tout guillemet à l’intérieur d’une cellule.',
    },
  },
  'import.times-reversed': {
    kind: 'invalid',
    message: {
      en: 'The time in column “{column}” lies before the creation of the ticket.',
      fr: 'La date de la colonne « {column} » précède la création du ticket.',
    },
    todo: { en: 'Correct one of the two times.', fr: 'Corrigez l’une des deux dates.' },
  },
  'import.value-missing': {
    kind: 'invalid',
    message: {
      en: 'Column “{column}” is empty, and without it the row cannot be placed.',
      fr: 'La colonne « {column} » est vide ; sans elle, la ligne ne peut pas être placée.',
    },
    todo: { en: 'Fill the cell.', fr: 'Renseignez la cellule.' },
  },
  'import.value-unmapped': {
    kind: 'invalid',
    message: {
      en: '“{value}” in column “{column}” is not in the mapping’s values for “{target}”: it changes nothing ({rows} rows).',
      fr: '« {value} », dans la colonne « {column} », ne figure pas dans les valeurs prévues pour « {target} » : elle ne change rien ({rows} lignes).',
    },
    todo: {
      en: 'Add the value to “values” if it should count.',
      fr: 'Ajoutez la valeur à « values » si elle doit compter.',
    },
  },
  'import.windows-1252': {
    kind: 'invalid',
    message: {
      en: 'The file is not UTF-8; it was read as Windows-1252 from line {line} on.',
      fr: 'Le fichier n’est pas en UTF-8 ; il a été lu en Windows-1252 à partir de la ligne {line}.',
    },
    todo: {
      en: 'Check a name with accents; give “encoding” in the mapping if it is another one.',
      fr: 'Vérifiez un nom accentué ; précisez « encoding » dans la correspondance s’il s’agit d’un autre codage.',
    },
  },
  'mapping.bad-shape': {
    kind: 'invalid',
    message: { en: '{path} must be {expected}.', fr: '{path} ne convient pas ; attendu : {expected}.' },
    todo: { en: 'Correct the mapping.', fr: 'Corrigez la correspondance.' },
  },
  'mapping.bad-time-format': {
    kind: 'invalid',
    message: {
      en: '“{format}” is not a time format: {reason}.',
      fr: '« {format} » n’est pas un format de date : {reason}.',
    },
    todo: {
      en: 'Write for example dd/MM/yyyy HH:mm, iso or epoch.',
      fr: 'Écrivez par exemple dd/MM/yyyy HH:mm, iso ou epoch.',
    },
  },
  'mapping.column-not-found': {
    kind: 'invalid',
    message: {
      en: 'The file has no column “{column}”. Its columns are: {columns}.',
      fr: 'Le fichier n’a pas de colonne « {column} ». Ses colonnes sont : {columns}.',
    },
    todo: {
      en: 'Correct the name in the mapping, or take the column out of it.',
      fr: 'Corrigez le nom dans la correspondance, ou retirez-en la colonne.',
    },
  },
  'mapping.target-missing': {
    kind: 'invalid',
    message: {
      en: 'No column is mapped to “{target}”, which the shape “{shape}” needs.',
      fr: 'Aucune colonne ne correspond à « {target} », indispensable à la forme « {shape} ».',
    },
    todo: { en: 'Map a column to it.', fr: 'Faites-lui correspondre une colonne.' },
  },
  'mapping.target-twice': {
    kind: 'invalid',
    message: { en: '“{target}” is mapped twice.', fr: '« {target} » est prévu deux fois.' },
    todo: { en: 'Keep one column or constant for it.', fr: 'Ne gardez qu’une colonne ou constante.' },
  },
  'mapping.time-unrecognised': {
    kind: 'invalid',
    message: {
      en: 'The form of the times in column “{column}” is not recognised, for example “{value}”.',
      fr: 'La forme des dates de la colonne « {column} » n’est pas reconnue, par exemple « {value} ».',
    },
    todo: {
      en: 'Give “timeFormat” in the mapping, for example dd/MM/yyyy HH:mm.',
      fr: 'Précisez « timeFormat » dans la correspondance, par exemple dd/MM/yyyy HH:mm.',
    },
  },
  'mapping.unknown-encoding': {
    kind: 'invalid',
    message: { en: 'There is no encoding “{encoding}”.', fr: 'Le codage « {encoding} » n’existe pas.' },
    todo: {
      en: 'Use utf-8, windows-1252, utf-16le or another name of the Encoding standard.',
      fr: 'Utilisez utf-8, windows-1252, utf-16le ou un autre nom de la norme Encoding.',
    },
  },
  'mapping.unknown-key': {
    kind: 'invalid',
    message: { en: 'A mapping has no “{key}”.', fr: 'Une correspondance n’a pas de clé « {key} ».' },
    todo: { en: 'Use {known}.', fr: 'Utilisez {known}.' },
  },
  'mapping.unknown-shape': {
    kind: 'invalid',
    message: { en: 'There is no shape “{shape}”.', fr: 'La forme « {shape} » n’existe pas.' },
    todo: {
      en: 'Use history (one row per change) or tickets (one row per ticket).',
      fr: 'Utilisez history (une ligne par changement) ou tickets (une ligne par ticket).',
    },
  },
  'mapping.unknown-status': {
    kind: 'invalid',
    message: { en: '“{value}” is not a status.', fr: '« {value} » n’est pas un statut.' },
    todo: {
      en: 'Use new, open, pending, on-hold, solved or closed.',
      fr: 'Utilisez new, open, pending, on-hold, solved ou closed.',
    },
  },
  'mapping.unknown-target': {
    kind: 'invalid',
    message: {
      en: 'A column cannot be mapped to “{target}” in the shape “{shape}”.',
      fr: 'Une colonne ne peut pas correspondre à « {target} » dans la forme « {shape} ».',
    },
    todo: {
      en: 'Use one of {known}, or fields.NAME for anything else.',
      fr: 'Utilisez {known}, ou fields.NOM pour le reste.',
    },
  },
} as const satisfies Record<string, ErrorEntry>;
