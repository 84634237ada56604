import type { Command } from 'commander';
import { type Role, roles, roleTexts } from '#domain/access/role.ts';
import { VigieError } from '#domain/error.ts';
import type { Cli } from '../cli.ts';
import { examples } from '../examples.ts';
import { printTable } from '../format/table.ts';
import { readSecretLine } from '../input/secret-line.ts';

const asJson = { en: 'answer as JSON', fr: 'répondre en JSON' };

/** `vigie user`: accounts, for whoever looks after the machine. */
export function addUser(program: Command, cli: Cli): void {
  const user = program.command('user').description(cli.text({ en: 'accounts and members', fr: 'comptes et membres' }));
  const create = user
    .command('create')
    .description(
      cli.text({
        en: 'make an account and a member of the workspace; the password is read from standard input',
        fr: 'créer un compte et un membre de l’espace de travail ; le mot de passe est lu sur l’entrée standard',
      }),
    )
    .requiredOption('--email <address>', cli.text({ en: 'address to sign in with', fr: 'adresse de connexion' }))
    .requiredOption('--name <name>', cli.text({ en: 'name that others see', fr: 'nom affiché' }))
    .option('--role <role>', cli.text({ en: `one of ${roles.join(', ')}`, fr: `parmi ${roles.join(', ')}` }), 'viewer')
    .option('--operator', cli.text({ en: 'looks after the installation', fr: 'administre l’installation' }))
    .option('--no-password', cli.text({ en: 'print a link to choose one', fr: 'afficher un lien pour en choisir un' }))
    .option('--json', cli.text(asJson))
    .action((options: CreateOptions) => runCreate(cli, options));
  examples(create, cli, ['vigie user create --email lea@example.org --name "Léa Martin" --role admin --no-password']);
  user
    .command('list')
    .description(cli.text({ en: 'members of the workspace', fr: 'membres de l’espace de travail' }))
    .option('--json', cli.text(asJson))
    .action((options: { json?: boolean }) => runList(cli, options.json === true));
  user
    .command('password <address>')
    .description(
      cli.text({
        en: 'print a link to choose a new password',
        fr: 'afficher un lien pour choisir un nouveau mot de passe',
      }),
    )
    .option('--json', cli.text(asJson))
    .action((address: string, options: { json?: boolean }) => runPassword(cli, address, options.json === true));
  user
    .command('sign-out <address>')
    .description(
      cli.text({ en: 'end every session of an account', fr: 'mettre fin à toutes les sessions d’un compte' }),
    )
    .option('--json', cli.text(asJson))
    .action((address: string, options: { json?: boolean }) => runSignOut(cli, address, options.json === true));
}

interface CreateOptions {
  readonly email: string;
  readonly name: string;
  readonly role: string;
  readonly operator?: boolean;
  readonly password: boolean;
  readonly json?: boolean;
}

async function runCreate(cli: Cli, options: CreateOptions): Promise<void> {
  const role = readRole(options.role);
  const accounts = await cli.accounts();
  const app = await cli.app();
  const [{ addMember }, { makeResetLink }] = await Promise.all([
    import('#app/members/add-member.ts'),
    import('#app/accounts/reset-password.ts'),
  ]);
  const password = options.password ? await readPassword(cli) : null;
  const { email, name, operator = false } = options;
  const id = await addMember(accounts, app, { email, name, password, role, operator });
  const link = password === null ? await makeResetLink(accounts, email) : null;
  if (options.json) return cli.printJson({ id, email: email.toLowerCase(), role, workspace: app.workspace, link });
  await cli.print(
    cli.text({ en: `${email} is ${role} of ${app.workspace}.`, fr: `${email} : ${role} de ${app.workspace}.` }),
  );
  if (link)
    await cli.print(
      cli.text({
        en: `To choose a password, within the hour: ${link}`,
        fr: `Pour choisir un mot de passe, dans l’heure : ${link}`,
      }),
    );
}

async function readPassword(cli: Cli): Promise<string> {
  const password = await readSecretLine(cli, { en: 'Password: ', fr: 'Mot de passe : ' });
  if (password.length >= 12 && password.length <= 128) return password;
  const expected = cli.text({ en: '12 to 128 characters', fr: '12 à 128 caractères' });
  throw new VigieError('cli.bad-value', {
    name: cli.text({ en: 'password', fr: 'mot de passe' }),
    value: '…',
    expected,
  });
}

function readRole(given: string): Role {
  const role = roles.find((one) => one === given);
  if (role) return role;
  throw new VigieError('cli.bad-value', { name: '--role', value: given, expected: roles.join(', ') });
}

async function runList(cli: Cli, json: boolean): Promise<void> {
  const { listMemberViews } = await import('#app/members/members.ts');
  const members = await listMemberViews(await cli.accounts(), await cli.app());
  if (json) return cli.printJson(members);
  const columns = [
    { title: cli.text({ en: 'Name', fr: 'Nom' }) },
    { title: cli.text({ en: 'Address', fr: 'Adresse' }) },
    { title: cli.text({ en: 'Role', fr: 'Rôle' }) },
  ];
  const rows = members.map(({ name, email, role }) => [name, email, cli.text(roleTexts[role].label)]);
  await printTable(cli, columns, rows);
}

async function runPassword(cli: Cli, address: string, json: boolean): Promise<void> {
  const { makeResetLink } = await import('#app/accounts/reset-password.ts');
  const link = await makeResetLink(await cli.accounts(), address);
  if (json) return cli.printJson({ link });
  await cli.print(link);
}

async function runSignOut(cli: Cli, address: string, json: boolean): Promise<void> {
  const { signUserOut } = await import('#app/accounts/own-account.ts');
  const sessions = await signUserOut(await cli.accounts(), address);
  if (json) return cli.printJson({ sessions });
  await cli.print(cli.text({ en: `Sessions ended: ${sessions}`, fr: `Sessions terminées : ${sessions}` }));
}
