/** What is reached by HTTP: the socket, the rooms' API, the pages and their assets. */
package homstyle.http;
