<#import "template.ftl" as layout>
<#import "venue-card.ftl" as card>
<#global auth = "">
<@layout.registrationLayout displayMessage=true; section>
    <#if section = "header">
        ${msg("interlieux.picker.title")}
    <#elseif section = "form">
    <form id="venue-search" class="${properties.kcFormClass!} il-search" action="${url.loginAction}" method="post" role="search">
        <div class="${properties.kcFormGroupClass!}">
            <label for="q" class="${properties.kcFormLabelClass!}">${msg("interlieux.picker.search")}</label>
            <div class="il-search-row">
                <span class="${properties.kcInputClass!}">
                    <input id="q" name="q" type="search" value="${picker.search()}" autocomplete="off" maxlength="100">
                </span>
                <button type="submit" class="${properties.kcButtonSecondaryClass!}">${msg("interlieux.picker.find")}</button>
            </div>
        </div>
    </form>
    <form id="venue-choice" action="${url.loginAction}" method="post">
        <#if picker.venues()?has_content>
        <ul class="il-venues" aria-label="${msg("interlieux.picker.venues")}">
            <#list picker.venues() as venue>
            <li>
                <button type="submit" name="venue" value="${venue.alias()}" class="il-venue">
                    <@card.venue venue=venue />
                </button>
            </li>
            </#list>
        </ul>
        <#else>
        <p id="no-venue" role="alert">${msg("interlieux.picker.none")}</p>
        </#if>
    </form>
    <#if picker.previous() gte 0 || picker.next() gte 0>
    <form id="venue-pages" class="il-pages" action="${url.loginAction}" method="post">
        <input type="hidden" name="q" value="${picker.search()}">
        <#if picker.previous() gte 0>
        <button type="submit" name="first" value="${picker.previous()?c}" class="${properties.kcButtonSecondaryClass!}">${msg("interlieux.picker.previous")}</button>
        </#if>
        <#if picker.next() gte 0>
        <button type="submit" name="first" value="${picker.next()?c}" class="${properties.kcButtonSecondaryClass!}">${msg("interlieux.picker.next")}</button>
        </#if>
    </form>
    </#if>
    <form class="il-own-account" action="${url.loginAction}" method="post">
        <button type="submit" id="own-account" name="own-account" value="on" class="${properties.kcButtonLinkClass!} ${properties.kcButtonBlockClass!}">${msg("interlieux.picker.ownAccount")}</button>
    </form>
    </#if>
</@layout.registrationLayout>
