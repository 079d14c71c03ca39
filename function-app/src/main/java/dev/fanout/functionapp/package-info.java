/**
 * The mock backend as an Azure Function. {@code /api/echo/…} answers with the path and query that
 * reached it, so that a load runner sees in each answer which upstream request the gateway made,
 * and with the delay that it measured itself. It echoes no header and no body unless asked, and
 * never a credential.
 */
package dev.fanout.functionapp;
