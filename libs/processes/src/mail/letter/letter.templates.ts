/** The layout of the mail; the words are in letter.texts.ts. Everything between `<%=` and `%>` is escaped in the HTML. */
export const TEXT = `<%= it.greetingLine %>


<%= it.openingLine %>

<% for (const line of it.agreed) { %>
- <%= line %>

<% } %>
<% if (it.logo.length > 0) { %>

<%= it.logoHeading %>

<% for (const line of it.logo) { %>
<%= line %>

<% } } %>

<%= it.mistakes %>


<%= it.regards %>

<% for (const line of it.sender) { %>
<%= line %>

<% } %>`;

export const HTML = `<!doctype html>
<html lang="<%= it.language %>">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"></head>
<body style="font-family: sans-serif; line-height: 1.5; max-width: 40em">
<p><%= it.greetingLine %></p>
<p><%= it.openingLine %></p>
<ul>
<% for (const line of it.agreed) { %><li><%= line %></li>
<% } %></ul>
<% if (it.logo.length > 0) { %><h2 style="font-size: 1em"><%= it.logoHeading %></h2>
<% for (const line of it.logo) { %><p><%= line %></p>
<% } } %><p><%= it.mistakes %></p>
<p><%= it.regards %><br>
<% for (const line of it.sender) { %><%= line %><br>
<% } %></p>
</body>
</html>
`;
