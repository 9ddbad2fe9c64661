import fs from "node:fs";
import net from "node:net";
import { inProject, projectDir } from "./project.mjs";
import { Stop } from "./terminal.mjs";

export function checkNode(version = process.versions.node) {
  const [major, minor] = version.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new Stop(
    `Node ${version} est trop ancien : installez Node 20.19 ou une version plus récente (https://nodejs.org).`,
  );
}

export function checkWritable(folder = projectDir) {
  const probe = `${folder}/.write-probe-${process.pid}`;
  try {
    fs.writeFileSync(probe, "");
    fs.rmSync(probe);
    fs.mkdirSync(inProject(".data"), { recursive: true });
  } catch {
    throw new Stop(
      `Le dossier ${folder} n’est pas accessible en écriture : copiez le projet dans un dossier à vous.`,
    );
  }
}

export function readPort(text = process.env.PORT) {
  if (!text) return 3000;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 1 && port <= 65535) return port;
  throw new Stop(`PORT=${text} n’est pas un numéro de port : choisissez un nombre entre 1 et 65535.`);
}

export function checkPortIsFree(port) {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once("error", (error) => {
      const reason =
        error.code === "EADDRINUSE"
          ? `Le port ${port} est déjà pris par un autre programme`
          : `Le port ${port} ne peut pas être ouvert (${error.code})`;
      const other = port < 65535 ? port + 1 : port - 1;
      reject(new Stop(`${reason} : choisissez-en un autre, par exemple « PORT=${other} npm run demo ».`));
    });
    probe.listen(port, () => probe.close(resolve));
  });
}

/** Only the form of the address: whether the database answers is asked once the packages are there. */
export function checkDatabaseUrl(text = process.env.DATABASE_URL) {
  if (!text) return;
  let url;
  try {
    url = new URL(text);
  } catch {
    url = undefined;
  }
  if (url && /^postgres(ql)?:$/.test(url.protocol)) return;
  throw new Stop(
    "DATABASE_URL n’est pas une adresse de base PostgreSQL : écrivez postgres://utilisateur:motdepasse@serveur:5432/base, ou retirez cette variable pour utiliser la base embarquée.",
  );
}
